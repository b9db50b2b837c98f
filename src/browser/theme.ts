// Runs before the first paint, as a classic script: the scheme that the person chose, without a flash of the other one.
{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const scheme = keptScheme();
  root.dataset.frScheme = scheme;
  root.dataset.frTheme = scheme === 'dark' || (scheme === 'system' && dark) ? 'dark' : 'light';
  // From here on, what scripts open may be closed by the styles.
  root.classList.add('cv-js');

  function keptScheme(): string {
    try {
      return localStorage.getItem('scheme') ?? 'system';
    } catch {
      // Storage is refused in some private windows.
      return 'system';
    }
  }
}
