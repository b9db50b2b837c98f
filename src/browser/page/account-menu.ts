/** The account menu is a `details`: it works alone, and closes like a menu when there are scripts. */
export function closeAccountMenu(): void {
  const menus = document.querySelectorAll<HTMLDetailsElement>('details.cv-account');
  document.addEventListener('click', (event) => {
    for (const menu of menus) if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
  for (const menu of menus) {
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
  }
}
