import { clean } from './clean-name.ts';
import type { ReplyPerson } from './contract.ts';
import { idsOf, type PersonMention } from './person-mention.ts';
import { NOT_NAMES, SURNAMES } from './surnames.ts';

const SLOT =
  '(?:跟|和|与|同|找|约谈了?|约|对|由|让|请|代|替|叫|派|给|向|把|、|,|(?:谈|聊)(?:了|完了?|过)|就差|还差|只差|还有|只剩|差|除了?|是|委托|到|[:])';
const NEXT =
  '(?=谈|聊|、|和|与|跟|及|,|\\.|。|;|\\s|$|都|一起|交流|沟通|同志|两|俩|三|了|也|说|参加|主持|请假|出差|没|还|未|替|代|去|缺|的|在|开|等|进行|做|因|生病|病|住院|下乡|今|昨|前|明|已|刚|以|外|报|负责|来|讲|上|列席|发言|做了|这|那|改|推)';

/** A family name and one or two characters where only a name can stand. */
export function strangersIn(text: string, people: readonly ReplyPerson[]): readonly PersonMention[] {
  const found: PersonMention[] = [];
  for (const m of text.matchAll(new RegExp(`(?<=${SLOT})([\\u4e00-\\u9fff])([\\u4e00-\\u9fff]{1,2}?)${NEXT}`, 'g'))) {
    if (!SURNAMES.has(m[1]!) || NOT_NAMES.test(text.slice(m.index, m.index + 4)) || /[了过的没不是在都已]/.test(m[2]!))
      continue;
    found.push({
      from: m.index,
      to: m.index + m[0].length,
      form: m[0],
      ids: near(m[0], people),
      group: false,
      near: true,
    });
  }
  return found;
}

/** People whose name differs in one character: offered as buttons, never bound. */
function near(form: string, people: readonly ReplyPerson[]): readonly string[] {
  return idsOf(
    people.filter((p) => {
      const name = clean(p.name);
      return name.length === form.length && name.length > 2 && [...name].filter((c, i) => c !== form[i]).length === 1;
    }),
  );
}
