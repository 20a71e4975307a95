import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import type { Picture } from '../core/reports/form/picture.ts';
import { palettes, type Theme } from './picture-canvas.ts';
import { cardSvg } from './picture-card.ts';
import { matrixSvg } from './picture-matrix.ts';
import { trendSvg } from './picture-trend.ts';
import type { Wording } from './wording.ts';

// woff and woff2 draw nothing at all, without an error (resvg-js#359): these are OpenType files, loaded from the package.
export const fonts = ['Regular', 'Bold'].map((weight) =>
  fileURLToPath(new URL(`fonts/NotoSansHans-${weight}.otf`, new URL('..', import.meta.resolve('@embedpdf/fonts-sc')))),
);

/** A picture without a browser, drawn off the main thread: 0.3 to 0.6 s, most of it for reading the font. */
export async function writePng(picture: Picture, wording: Wording, theme: Theme = 'light'): Promise<Uint8Array> {
  return pngOf(pictureSvg(picture, wording, theme));
}

export function pictureSvg(picture: Picture, wording: Wording, theme: Theme): string {
  const palette = palettes[theme];
  switch (picture.picture) {
    case 'card':
      return cardSvg(picture, wording, palette);
    case 'matrix':
      return matrixSvg(picture, wording, palette);
    case 'trend':
      return trendSvg(picture, wording, palette);
  }
}

export async function pngOf(svg: string): Promise<Uint8Array> {
  const font = { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'Noto Sans S Chinese' };
  return (await renderAsync(svg, { font })).asPng();
}
