/** The id, or the first of it with a number that nothing has. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${n}`;
    const one = `${id.slice(0, 24 - end.length).replace(/-+$/, '')}${end}`;
    if (!taken.has(one)) return one;
  }
}
