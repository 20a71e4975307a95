import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import type { PaperQuestion, ReportAsk } from '../../src/core/reports/contract.ts';
import { questionFor } from '../../src/core/reports/figures/question.ts';
import type { Mark, Picture } from '../../src/core/reports/form/picture.ts';
import { reportById, reports } from '../../src/core/reports/index.ts';
import {
  markAt,
  palettes,
  smallest,
  svgOf,
  type Theme,
  textAt,
  widthOf,
  wrapped,
} from '../../src/documents/picture-canvas.ts';
import { wordingOf } from '../../src/documents/wording.ts';
import { fonts, pictureSvg, writePng } from '../../src/documents/write-png.ts';
import { openSpeech } from '../../src/speech.ts';
import { sampleQuarter } from '../core/reports/quarter.ts';

const record = sampleQuarter();
const say = openSpeech();
const zh = wordingOf(say, 'zh');
const pictures = reports.filter(({ form }) => form === 'picture').map(({ id }) => id);
const themes: readonly Theme[] = ['light', 'dark'];

function pictureOf(id: string, ask: ReportAsk = { span: '2026-Q2' }): Picture {
  const report = reportById(id)!;
  return report.compose(questionFor(report, record, ask) as PaperQuestion) as Picture;
}

/** Pixels that differ from the ground, in percent. */
function inked(svg: string): number {
  const image = new Resvg(svg, { font: { fontFiles: [...fonts], loadSystemFonts: false } }).render();
  const { pixels } = image;
  let inked = 0;
  for (let i = 0; i < pixels.length; i += 4) if (pixels[i]! < 200) inked++;
  return (100 * inked) / (pixels.length / 4);
}

describe('the font draws', () => {
  const glyph = (text: string, bold: boolean) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#fff"/>${textAt(6, 50, text, { size: 48, fill: '#000', bold })}</svg>`;

  test.each(['督', '办', '整', '改', '㛃', '䶮', '喆', 'A', '7'])('%s is not blank, plain and bold', (text) => {
    for (const bold of [false, true]) expect(inked(glyph(text, bold))).toBeGreaterThan(3);
  });

  test('different characters look different, so it is not one empty box for all', () => {
    const [a, b] = ['督', '一'].map((text) => inked(glyph(text, false)));
    expect(Math.abs(a! - b!)).toBeGreaterThan(3);
  });

  test('nothing at all is blank', () => expect(inked(glyph(' ', false))).toBe(0));
});

describe.each(pictures)('%s', (id) => {
  test('is a picture as wide as a phone shows, in both themes', async () => {
    for (const theme of themes) {
      const png = Buffer.from(await writePng(pictureOf(id), zh, theme));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(png.readUInt32BE(16)).toBe(1080);
      expect(png.length).toBeGreaterThan(20_000);
    }
  });

  test('has no letters that a phone makes too small to read', () => {
    const sizes = [...pictureSvg(pictureOf(id), zh, 'light').matchAll(/font-size="(\d+)"/g)].map((m) => Number(m[1]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallest);
  });

  test('keeps its text within its edges', () => {
    const svg = pictureSvg(pictureOf(id), zh, 'light');
    const width = Number(/width="(\d+)"/.exec(svg)![1]);
    for (const [, x] of svg.matchAll(/<text x="([\d.]+)"/g)) expect(Number(x)).toBeLessThan(width - 20);
  });

  test('has words in English', () => {
    expect(pictureSvg(pictureOf(id), wordingOf(say, 'en'), 'light')).toMatch(/[A-Za-z]{4}/);
  });
});

describe('names in pictures', () => {
  const names = record.plan.people.flatMap(({ name, aliases }) => [name, ...aliases]);

  test.each(['week-card', 'duty-matrix', 'on-time-trend'])('%s names nobody, as picture, caption or file', (id) => {
    const report = reportById(id)!;
    expect(report).not.toHaveProperty('privately');
    const picture = pictureOf(id);
    const all = pictureSvg(picture, zh, 'light') + zh.word(picture.fileName) + zh.word(picture.title);
    for (const name of names) expect(all, name).not.toContain(name);
  });

  test('who talked with whom is private, and says so', () => {
    expect(reportById('talk-matrix')).toMatchObject({ privately: true });
    expect(zh.word(pictureOf('talk-matrix').title)).toContain('仅供内部掌握');
  });
});

describe('told without colour', () => {
  const marks: readonly Mark[] = ['done', 'late', 'excused', 'open', 'overdue', 'none'];
  const white = {
    ...palettes.light,
    ground: '#ffffff',
    marks: { done: '#000', late: '#000', excused: '#000', open: '#000', overdue: '#000' },
  };

  test('the shapes differ when all of them are black', () => {
    const drawn = marks.map((mark) => {
      const svg = svgOf(100, 100, [markAt(50, 50, 30, mark, { ...white, rule: '#ffffff' })], {
        ...white,
        rule: '#ffffff',
      });
      return new Resvg(svg).render().pixels;
    });
    for (let a = 0; a < drawn.length; a++)
      for (let b = a + 1; b < drawn.length; b++) {
        let different = 0;
        for (let i = 0; i < drawn[a]!.length; i += 4) if (Math.abs(drawn[a]![i]! - drawn[b]![i]!) > 128) different++;
        expect(different, `${marks[a]} and ${marks[b]}`).toBeGreaterThan(150);
      }
  });

  test('every mark of a matrix stands in its legend', () => {
    for (const id of ['duty-matrix', 'talk-matrix']) {
      const picture = pictureOf(id);
      if (picture.picture !== 'matrix') throw new Error('not a matrix');
      const used = new Set(picture.rows.flatMap(({ cells }) => cells.map(({ mark }) => mark)));
      used.delete('none');
      expect(picture.legend.map(({ mark }) => mark)).toEqual(expect.arrayContaining([...used]));
    }
  });

  test.each(themes)('%s: every text and mark has enough contrast on every ground', (theme) => {
    const { ground, panel, ink, muted, marks } = palettes[theme];
    for (const on of [ground, panel]) {
      for (const text of [ink, muted]) expect(contrast(text, on)).toBeGreaterThan(4.5);
      for (const mark of Object.values(marks)) expect(contrast(mark, on)).toBeGreaterThan(4.5);
    }
  });
});

/** WCAG 2.2: (L1 + 0.05) / (L2 + 0.05). */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('sums in pictures', () => {
  test('the parts of the card add up to what was due', () => {
    const card = pictureOf('week-card', { span: '2026-W25' });
    if (card.picture !== 'card') throw new Error('not a card');
    expect(card.parts.reduce((sum, { n }) => sum + n, 0)).toBe(card.figures[0]!.n);
  });
});

test('lines break without losing a character, none begins with a closing mark, and none reaches over the edge', () => {
  const text =
    '措施8条：已销号2、长期坚持4，推进中15（较上期减1），滞后1。幸福之家盘活进展（养老服务股），逾期4个工作日。';
  for (let width = 300; width < 900; width += 20) {
    const lines = wrapped(text, 40, width);
    expect(lines.join('')).toBe(text);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。；：、）]/);
      expect([line, widthOf(line, 40) <= width]).toEqual([line, true]);
    }
  }
});
