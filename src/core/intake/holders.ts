/** Somebody of a roster with the posts they hold, as it writes them. */
interface Held {
  readonly name: string;
  readonly post?: string | null;
}

/** The one person of the roster who holds that post. */
export function holderOf(post: string, people: readonly Held[]): string | undefined {
  const holders = holdersOf(post, people);
  return holders.length === 1 ? holders[0] : undefined;
}

export function holdersOf(post: string, people: readonly Held[]): readonly string[] {
  const holding = (isHeld: (held: string) => boolean) =>
    people.filter((person) => person.post?.split(/[、，,]/).some(isHeld)).map(({ name }) => name);
  const holders = holding((held) => held === post);
  if (holders.length > 0) return holders;
  // 支部书记 is 机关党支部书记, where the office has one.
  return isUnit(post)
    ? holding((held) => isHeadOf(held, post))
    : post.length > 3
      ? holding((held) => held.endsWith(post))
      : [];
}

const UNIT = /(?:股|科|处|室|部|所|站|中心|队|办|总支|党委)$/;

/** A word for a unit of an office and not for a post. */
function isUnit(name: string): boolean {
  return UNIT.test(name);
}

/** A paper that makes 社会救助股 responsible means its head: 社会救助股股长, 办公室主任. */
function isHeadOf(held: string, unit: string): boolean {
  const own = unit.replace(/^[局院校馆镇乡](?=办公室|.{2,}[股科])/, '');
  return held.startsWith(own) && /^(?:[股科处室部所站队]?长|主任|书记|负责人)$/.test(held.slice(own.length));
}
