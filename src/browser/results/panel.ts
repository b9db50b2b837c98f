import type { Chart } from 'chart.js';
import type { RadarData } from './data.ts';
import { radarImage } from './image.ts';
import { paletteOf } from './palette.ts';
import { drawRadar } from './radar.ts';

/** Takes the place of the drawing of the server: values on hover, boxes, image. */
export function liveRadar(panel: HTMLElement): void {
  const data: RadarData = JSON.parse(panel.dataset.radar ?? '');
  const place = panel.querySelector('.cv-radar__canvas');
  const drawing = place?.querySelector('svg');
  if (place === null || drawing === null || drawing === undefined) return;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', drawing.getAttribute('aria-label') ?? '');
  place.append(canvas);
  let chart = drawRadar(canvas, data, paletteOf(document), { still: false, size: 12 });
  panel.classList.add('cv-radar--live');
  const boxes = [...panel.querySelectorAll<HTMLInputElement>('[data-toggles]')];
  const show = (): void => showChecked(chart, boxes);
  for (const box of boxes) box.addEventListener('change', show);
  show();
  whenSchemeChanges(() => {
    chart.destroy();
    chart = drawRadar(canvas, data, paletteOf(document), { still: false, size: 12 });
    show();
  });
  const button = document.querySelector<HTMLButtonElement>('[data-save-image]');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => void save(panel, shownOf(data, boxes)));
}

function showChecked(chart: Chart, boxes: readonly HTMLInputElement[]): void {
  for (const [index, box] of boxes.entries()) chart.setDatasetVisibility(index, box.checked);
  chart.update();
}

/** The image holds what is on screen. */
function shownOf(data: RadarData, boxes: readonly HTMLInputElement[]): RadarData {
  return { ...data, series: data.series.filter((_, index) => boxes[index]?.checked ?? true) };
}

async function save(panel: HTMLElement, data: RadarData): Promise<void> {
  const href = URL.createObjectURL(await radarImage(data, paletteOf(document)));
  const link = document.createElement('a');
  link.href = href;
  link.download = `${data.title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.png`;
  link.click();
  URL.revokeObjectURL(href);
  const said = panel.querySelector('[data-saved-image]');
  if (said !== null) said.textContent = 'L’image est enregistrée.';
}

/** Chosen in the page, or by the system. */
function whenSchemeChanges(act: () => void): void {
  const root = document.documentElement;
  new MutationObserver(act).observe(root, { attributes: true, attributeFilter: ['data-fr-theme'] });
}
