const END = String.raw`[啊呀吗呢吧的\s。.!！?？~～]*$`;

const HELP = new RegExp(
  `^(?:请?(?:帮助|求助|帮帮我|帮忙看看)|(?:使用)?(?:说明书?|指南)|(?:这个?|那|请问|请问这个?)?(?:怎么|怎样|如何|咋)(?:用|使用|操作|回复|弄|报|填)|(?:请问)?你(?:是谁|是什么|是干什么|是做什么|叫什么(?:名字)?|(?:能|会|可以)(?:干|做|办)?(?:什么|啥|些什么))|这是(?:什么|啥|干什么|谁)|help(?: me)?|who are you|what (?:are you|is this|can (?:you|i) do)|how (?:does (?:this|it) work|do i (?:use|answer) (?:this|it|you)|to use (?:this|it)))${END}`,
  'iu',
);

/** 怎么用, 你是谁, 帮助: the whole message asks how this works, and nothing of what is owed. */
export const asksForHelp = (text: string): boolean => HELP.test(text.normalize('NFKC').trim());

const OPEN = new RegExp(
  `^(?:请问|那|麻烦问一?下)?(?:我们?(?:这边|手[上头]里?)?)?(?:现在|目前|这周|本周|今天|本月|一共|总共|到底)*还?(?:有|剩下?|差|欠)(?:着|了)?(?:(?:多少|哪几?|什么|啥)(?:些|几)?(?:项|件|个|条|样|份)?|几(?:项|件|条|样|份)|(?<=我.{0,12})几个)(?:事|活儿?|工作|任务|事项|东西)?(?:[没未]有?|要|待|该)?(?:办|完成|做|弄|处理|搞)?(?:完|好|的)*${END}`,
  'u',
);

/** 我有几项没办, 还有什么没弄: the whole message asks what is open for the speaker, although it says 没办. */
export const asksWhatIsOpen = (text: string): boolean => OPEN.test(text.normalize('NFKC').trim());

const DRAFT =
  /^(?:整改)?(?:方案|草稿|草案)(?:呢|在哪|的事)[?？吗呢啊]*$|(?:方案|草稿|草案|导入|\b(?:draft|plan)\b).{0,8}(?:到哪|哪一?步|进度|怎么?样|如何|好了[没吗]|完了[没吗]|弄好|做好|做到|读到|还差|\bhow far\b|\bstate\b|\bready\b|\bstatus\b)|\b(?:how far|where|status|state)\b.{0,12}\b(?:draft|plan)\b/iu;

/** 方案到哪一步了: how far the draft of a plan has come. */
export const asksForDraft = (text: string): boolean => DRAFT.test(text.normalize('NFKC'));

const THANKS = /谢|辛苦|\bthank|\bthx\b|\bcheers\b/iu;
const GREETING = /好|早|安|\bhi\b|\bhello\b|\bhey\b|\bgood\b/iu;

/** What a courtesy is, so that 谢谢 is not answered with a greeting. */
export function courtesyOf(text: string): 'thanks' | 'greeting' | 'other' {
  if (THANKS.test(text)) return 'thanks';
  return GREETING.test(text) ? 'greeting' : 'other';
}
