// `node build/icons/draw.ts` draws Roomlight's icon in every size it is needed: here for the installers, and the
// window's own. The lamp beside an exam room's door: a disc in its ring of light, on the accent's teal.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { png } from './png.ts';

type Colour = readonly [red: number, green: number, blue: number];

const teal: Colour = [15, 118, 110];
const glow: Colour = [126, 192, 184];
const light: Colour = [255, 255, 255];

// Distances are parts of the icon's side. Small icons get no margin: their pixels are few.
const shape = { corner: 0.23, ring: 0.3, disc: 0.19 };
const samples = 8;

/** What is at a point, from the centre outwards; null outside the rounded square. */
function colourAt(x: number, y: number, margin: number): Colour | null {
  const side = 0.5 - margin;
  const inset = side - shape.corner;
  const fromCorner = Math.hypot(Math.max(Math.abs(x) - inset, 0), Math.max(Math.abs(y) - inset, 0));
  if (fromCorner > shape.corner) return null;
  const fromCentre = Math.hypot(x, y);
  if (fromCentre < shape.disc) return light;
  return fromCentre < shape.ring ? glow : teal;
}

/** The mean of many points in one pixel, for smooth edges: red, green, blue and how much of it is covered. */
function pixelAt(column: number, row: number, size: number): number[] {
  const margin = size < 64 ? 0 : 0.04;
  const inside: Colour[] = [];
  for (let sample = 0; sample < samples * samples; sample++) {
    const x = (column + ((sample % samples) + 0.5) / samples) / size - 0.5;
    const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / size - 0.5;
    const colour = colourAt(x, y, margin);
    if (colour) inside.push(colour);
  }
  const sum = (pick: (colour: Colour) => number) => inside.reduce((total, colour) => total + pick(colour), 0);
  const mean = (total: number) => Math.round(total / Math.max(inside.length, 1));
  const colour = [
    mean(sum(([red]) => red)),
    mean(sum(([, green]) => green)),
    mean(sum(([, , blue]) => blue)),
  ];
  return [...colour, Math.round((inside.length / samples ** 2) * 255)];
}

function draw(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      pixels.set(pixelAt(column, row, size), (row * size + column) * 4);
  return png(size, pixels);
}

const here = import.meta.dirname;
for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
  await writeFile(join(here, `${size}x${size}.png`), draw(size));
await writeFile(join(here, '../../desktop/main/os/icon.png'), draw(256));
