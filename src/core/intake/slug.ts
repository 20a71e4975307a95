import { pinyin } from 'pinyin-pro';

/** Makes ids of names: 张建国 is `zhang-jian-guo`, a second one `zhang-jian-guo-2`. At most 24 characters. */
export function slugs(taken: Iterable<string> = []): { of(name: string, fallback: string): string } {
  const used = new Set(taken);
  return {
    of(name, fallback) {
      const base = slugOf(name) || fallback;
      for (let n = 1; ; n++) {
        const end = n === 1 ? '' : `-${n}`;
        const id = `${cut(base, 24 - end.length)}${end}`;
        if (used.has(id)) continue;
        used.add(id);
        return id;
      }
    },
  };
}

/** Cuts between syllables where it can. */
function cut(base: string, length: number): string {
  if (base.length <= length) return base;
  const whole = base.slice(0, length + 1).replace(/-[^-]*$/, '');
  return whole.length > length ? base.slice(0, length) : whole;
}

function slugOf(name: string): string {
  const sounds = pinyin(name.replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, ''), { toneType: 'none', type: 'array', v: true });
  return sounds
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
