/** Longest quotation that a paper takes over. */
const longest = 60;
const marks = /[，,。；;：:！!？?\n]+/;
const saysDone =
  /完成|完了|完毕|已[报办查谈开去交]|[报办查谈开去交][了送过]|已?更新了?$|做完|弄完|搞完|落实了|\b(?:done|finished|reported|completed)\b/iu;
/** 5月22日的清单: which one it was is on record already. */
const ofDay = /^(?:\d{1,2}月)?\d{1,2}[日号]的/;
const pleasantries = /^(?:报告|汇报|补报|您好|好的|收到|张?[局书]记?|这周|本周|本月|这个月|今天|昨天|上周)$/;

/**
 * What a report says beyond that its duty was done: 幸福之家盘活进展已报：合同签了 tells of the contract only. Undefined
 * where it says nothing more, and a title in other words is nothing more.
 */
export function substanceOf(text: string, title: string): string | undefined {
  const clauses = text
    .split(marks)
    .map((clause) => clause.trim().replace(ofDay, ''))
    .filter((clause) => clause !== '');
  const own = clauses.filter(
    (clause) =>
      !pleasantries.test(clause) &&
      !bare.test(clause) &&
      !lies.test(clause) &&
      !(saysDone.test(clause) && repeats(clause, title)),
  );
  if (own.length === 0 || own.join('').length < 4) return undefined;
  const said = own.join('，');
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}

/** 幸福之家的报了: that it was reported, by its name, and nothing of how it stands. */
export const repeatsTitle = (text: string, title: string): boolean =>
  text
    .split(marks)
    .map((clause) => clause.trim())
    .every(
      (clause) => clause === '' || pleasantries.test(clause) || (saysDone.test(clause) && isMostly(clause, title)),
    );

/** 1 进展：已签协议: neither the number that chose the item nor the word for it is part of what was said. */
export const lineOf = (text: string): string =>
  correctionOf(text)
    .replace(/^\s*\d{1,2}(?:[\s、,，.:：]+)(?=\P{N})/u, '')
    .replace(/^\s*[\u4e00-\u9fff]{0,8}进展(?:情况)?[：:]\s*(?=\S)/u, '');

/** 更正，合同已签: what is right, without the word that says so. */
export const correctionOf = (text: string): string =>
  text.replace(/^\s*(?:更正|纠正|订正|不对|说错了|写错了|刚才说错了|改一下|补充一下)(?:一下)?[，,：:。.\s]*/, '');

/** 没空, 还没写, 回头再说: of the speaker's own trouble with reporting, and nothing of how the work stands. */
export const tellsOfWork = (text: string): boolean =>
  text.trim().length >= 5 &&
  text.toLowerCase().replace(OF_ANY_DUTY, '').length >= 3 &&
  !/没空|没时间|没顾上|没工夫|来不及|忘了|太忙|在忙|回头|稍后|一会儿?|再说|(?:没|未)(?:来得及)?(?:报|写|弄|填|整理|统计)|明天|后天|马上/.test(
    text,
  );

/** Words by which any duty is promised or denied: where nothing else is said, nothing is told of the work. */
const OF_ANY_DUTY =
  /我们?|咱们?|[这那]边|这[个份项事]|现在|目前|已经|暂时|今天|尽快|抓紧|立刻|收到|好的|知道|工作|任务|[\s，。,.!！~、]|\b(?:not?|yet|i|we|it|will|won't|do|did|done|have|haven't|has|hasn't|been|be|is|the|this|that|started?|soon|later|today|tomorrow|working|on|still|nothing|to|get|now|am|i'm|i'll|we'll)\b|[还都也就在再没未不有要去来会能得把了着过的呢啊吧嘛呀完好弄办做搞报交写开谈查学]/gu;

/** 昨天去的, 刚办完: when, and nothing else. */
const bare =
  /^(?:今天|昨天|前天|刚刚?|已经?|上午|下午|晚上|上?周[一二三四五六日天末]|\d+[日号月])*(?:就|都|全)?(?:去|办|查|报|开|谈|弄|做|跑|交|送)(?:的|了|过|完|好)+$/;

/** 纪要存3号柜, 文号某民〔2026〕15号: evidence, which is kept and said as such. */
const lies = /〔\s?20\d{2}\s?〕|(?:存|放)(?:放|在|到|于)?[^，。]{0,12}(?:柜|盒|档案|抽屉|文件夹)/;

/** Whether half of what it says stands in the title already, or it is too short to say anything. */
const repeats = (clause: string, title: string): boolean => clause.length <= 6 || isMostly(clause, title);

const isMostly = (clause: string, title: string): boolean =>
  [...clause].filter((c) => !title.includes(c)).length <= clause.length * 0.6;

/** 开了 and 补学了 are reports, not what something was about. */
export function isTopic(text: string): boolean {
  return text.length > 1 && !/[了过完]$/.test(text);
}

/** 存办公室3号柜 → 办公室3号柜: the words around it say that it lies there. */
export function placeIn(said: string): string {
  return said.replace(/^(?:存放|存|放)(?:在|于|到)?/, '') || said;
}
