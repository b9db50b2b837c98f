import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { radarDrawing } from '../../src/charts/radar.ts';

const axes = ['01 Gouvernance SSI', '02 Dossier de sécurité', '03 Conception sécurisée', '04 Audit'];
const centre = { x: 320, y: 240 };

describe('S1, Q8: the geometry of a radar', () => {
  test('an axis each, the first at the top, the next clockwise', () => {
    const { spokes, rings } = radarDrawing({ axes, series: [] });
    expect(spokes.map(({ to }) => [Math.sign(to.x - centre.x), Math.sign(to.y - centre.y)])).toEqual([
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ]);
    expect(rings.map(({ level }) => level)).toEqual([3, 2, 1]);
  });

  test('S1: a value is as far from the centre as it is high; one that is null is skipped, not drawn at 0', () => {
    const [polygon] = radarDrawing({
      axes,
      series: [{ kind: 'validated', label: 'Réponse', values: [3, null, 0, 1.5] }],
    }).polygons;
    expect(polygon?.dots).toEqual([{ x: 320, y: 72 }, centre, { x: 236, y: 240 }]);
    expect(polygon?.points).toBe('320,72 320,240 236,240');
  });

  test('Q8: every name is kept whole, and nothing leaves the frame, whatever the number of axes', () => {
    const word = fc.stringMatching(/^[A-Za-zéèàç’]{1,14}$/);
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (names) => {
        const values = names.map((_, index) => index % 4);
        const drawing = radarDrawing({ axes: names, series: [{ kind: 'draft', label: 'Brouillon', values }] });
        expect(drawing.labels.map(({ lines }) => lines.map(({ text }) => text).join(' '))).toEqual(names);
        const points = [...drawing.labels.flatMap(({ lines }) => lines), ...(drawing.polygons[0]?.dots ?? [])];
        for (const { x, y } of points) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(drawing.width);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(drawing.height);
        }
      }),
    );
  });
});
