import { liveRadar } from './results/panel.ts';
import { offerPrinting } from './results/print.ts';

offerPrinting();
// The names of the axes are measured in our own font.
void document.fonts.ready.then(() => {
  for (const panel of document.querySelectorAll<HTMLElement>('[data-radar]')) liveRadar(panel);
});
