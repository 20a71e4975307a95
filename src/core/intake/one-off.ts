import type { DutyKind } from './draft.ts';

// Verbs whose result can be shown: a document, a sum paid back, a thing repaired.
const PRODUCE =
  '(?:重新)?(?:研究)?(?:制定|制订|拿出|[订定编写]出|编好|发布|修订|修改|修改完善|修订完善|出台|印发|起草|编制|编写|汇编|拟定|草拟|健全|完善|建立|建立健全|实行|推行|细化|梳理|列出|绘制|核定|形成|设立|组建|搭建|开通)';
const THING =
  '(?:制度|办法|规定|规则|细则|规程|名单|清单|台账|方案|计划|预案|流程|流程图|目录|手册|档案|名册|花名册|机制|规范|标准|汇编|平台|专栏|信箱|登记表|登记簿|登记本|数据库|系统|规划|措施|意见|公约|承诺书|责任书|章程|合同|协议|明白卡|公示栏|[图表库](?=$|，)|台帐|报告)';
// Strong verbs need no object that a list foresees: 制定裁量基准, 设立专窗.
const STRONG =
  '(?:制定|制订|修订|出台|印发|起草|编制|编印|编写|汇编|拟定|绘制|设立|组建|开通|搭建)(?!.{0,12}(?:目标|观念|理念|意识|氛围))[\\u4e00-\\u9fff“《]{2}[^，。；]{0,24}';
// Campaigns that are held once: 开展消防安全专项检查.
const CAMPAIGN =
  '(?:开展|组织|举办|进行|实施)[^，。；]{0,24}(?:检查|督查|整治|治理|清查|排查|清理|审计|评估|复核|核查|普查|摸底|专项行动|演练|竞赛|比武|测评|大讨论|回头看|自查自纠|整顿|评选|培训班?|讲座|评查)(?:工作|活动)?(?=$|，|”)';
const DEED =
  '清退|自查|复核|复查|新建|扩建|改建|建成|搬迁|修复|恢复|硬化|消除|投入使用|投用|补植|(?:重新|全面|逐一|逐项|逐份)审核|退还|退回|收回|追缴|追回|上缴|收缴|补缴|核销|清查|清理|清算|盘点|排查|核实|核查|摸排|普查|公示|公开|公布|拆除|签订|补签|补开|补齐|补办|补录|补充完善|更换|更新|安装|维修|修缮|改造|整修|购置|配备|配齐|移交|盘活|出租|招租|验收|审计|调整|选举|换届|改选|聘请|招聘|招录|选配|调配|腾退|归还|变更|整治|约谈|处理|问责|选派|派驻|更正|采购|启用|上线|录入|结算|支付|兑付|发放|足额|停止|取消|撤销|合并|划转|张贴|悬挂|刻制|完成|开展一次|组织一次|召开一次|开展1次|组织1次|召开1次|举办|评选|表彰|签署';
// What is done to things that are counted: 对3家越界采石场立案查处, 增设自助机2台.
const UNIT = '(?:万元|元|家|个|名|处|件|份|套|户|人|条|项|辆|亩|间|所|座|起|宗|笔|本|台|具|块|公里|米)';
const COUNTED = `^(?:对|将|把|为)[^，。；]{0,24}?\\d+(?:\\.\\d+)?余?${UNIT}[^，。；]{4,}|^(?!.*(?:少于|至少|以上|超过|达到|低于))[\\u4e00-\\u9fff]{2,14}\\d+(?:\\.\\d+)?余?${UNIT}$`;
// 对近五年发展的党员入党程序重新核验: whatever verb it is that is thoroughly done to things.
const THOROUGH = '^对[^，]{4,}(?:重新|逐[一项个份户条]|集中)[\\u4e00-\\u9fff]{2}(?=$|，)';
const PRODUCED = new RegExp(
  `${PRODUCE}(?:了)?(?<object>《[^》]+》[^，。；]{0,12}|[^，。；]{0,28}${THING})|^(?:[^，。；]{0,10}?)${STRONG}`,
);
const DONE = new RegExp(`(?:${DEED}|${CAMPAIGN}|${COUNTED}|${THOROUGH})`);
const LISTED = new RegExp(`(?:${DEED})`);
const HELD = new RegExp(CAMPAIGN);

// Appeals: their objects cannot be handed in.
const STANCE =
  /(?:长效|工作|体制|学习|监督|约束|保障|责任|运行|激励|协调|联动)机制(?:体制)?|各项(?:规章)?制度|规章制度|制度体系|体制机制|制度机制|管理机制|^[\u4e00-\u9fff]{2}制度$|制度(?:的)?笼子|制度建设|制度执行|按(?:照)?[^，。；]{0,10}制度|(?:落实|执行|遵守|坚持)[^，。；]{0,12}(?:制度|规定|办法|机制)/;
const NAMED =
  /《[^》]+》|[\u4e00-\u9fff]{2,}(?:考勤|考核|报销|采购|审批|值班|公开|培训|检查|学习|请假|财务|资产|档案|接待|用车|议事|管理|监管|评议|公示|轮岗|巡查|监督|安全|联系|培养|使用|联审|联席|会议|回访|探视|收费|请示|报告|救助|核查|评估|承诺|登记|预警|问责|首问)(?:制度|办法|规定|规则|细则|流程)/;
// Words after which a deed is only a topic or a wish: 加强作风整治, 学习审计法.
const TOPIC =
  /^.{0,8}(?:加强|强化|提高|提升|推进|推动|抓好|重视|宣传|坚持|注重|深化|保持|严控|严防|做好|加大|营造|树立|引导)|学习|意识|能力|氛围|水平/;
const BACKGROUND =
  /^(?:根据|按照|依据|结合|针对|围绕|对照(?!护|料)|依托|通过|为了?|由于|鉴于|确保|做到|实现|防止|避免|杜绝|从而|使|让|达到|推动|促进|提升|提高|增强)/;

export interface OneOff {
  readonly kind: DutyKind;
  readonly title: string;
}

/** What a clause promises to hand in or to bring about once; undefined for appeals and purposes. */
export function oneOffIn(clause: string): OneOff | undefined {
  const plain = clause
    .replace(/^(?:通过|按照?|采取)[^，。；]{2,24}?(?:方式|形式|途径|手段|渠道|比例|标准)/, '')
    .replace(
      /^[\s，、]*(?:并|同时|及时|尽快|立即|进一步|切实|认真|要|已|将|迅速|全面|按规定|依法|严格|逐一|逐项|对[^，。；]{2,20}?(?=进行|开展|予以))+/,
      '',
    );
  if (BACKGROUND.test(plain)) return undefined;
  const produced = PRODUCED.exec(plain);
  if (produced && (!STANCE.test(produced[0]) || NAMED.test(produced[0])))
    return { kind: 'deliverable', title: titleOf(produced[0]) };
  if (produced) return undefined;
  if (!DONE.test(plain) || STANCE.test(plain) || TOPIC.test(plain)) return undefined;
  return { kind: 'deliverable', title: titleOf(plain) };
}

/** A document, or a thing that is set up. */
export function isProduced(clause: string): boolean {
  return PRODUCED.test(clause);
}

/** A campaign, and no result that is named besides. */
export function isCampaign(clause: string): boolean {
  return HELD.test(clause) && !LISTED.test(clause.replace(/[一1]次/, '')) && !PRODUCED.test(clause);
}

// Words that begin an appeal: what follows them cannot be handed in.
const APPEAL =
  /^(?:要|应|须|进一步|切实|持续|不断|着力|大力|全面|扎实|认真|深入|坚决|自觉|积极|主动|充分|牢固|牢牢|始终|带头)*(?:加强|强化|提高|提升|增强|树牢|树立|坚定|坚持|压实|严格|严把|严守|严肃|落实|执行|筑牢|发扬|弘扬|营造|引导|重视|高度|做到|做好|确保|紧盯|聚焦|把握|推动|推进|促进|学习|领会|深化|注重|改进|转变|发挥|履行|扛起|落细|层层|形成|杜绝|防止|遵守|规范|完善|健全|建立|关心|关爱|转化)/;

// 把责任扛在肩上, 落到实处: a stance, whatever verb it has.
export const SLOGAN =
  /(?:扛|记|抓|放|摆|刻|挑)(?:在|到|上)(?:经常|日常|平时|肩上?|心上?|手上?|首位|前面|突出位置|重要位置|重要议事日程)|落到实处|落地见效|落细落实|一抓到底|见行见效|走深走实|入脑入心|内化于心|外化于行|以上率下|率先垂范|以身作则|作表率|当好表率|实际行动$/;

/** A concrete deed in words that no list foresees; asked only where a dated measure would else hold nothing. */
export function deedIn(clause: string): OneOff | undefined {
  // 对违规单位列入黑名单 is done to whoever is found, not once.
  if (/^对[^，]{2,}(?:列入|纳入|予以|给予|从严|严肃|启动|问责|追责)/.test(clause)) return undefined;
  // 不得先于他人表态 is kept, not handed in.
  if (SLOGAN.test(clause) || /不得|不准|严禁|禁止|全程|始终|随时|^(?:敢于|勇于|善于|开展(?!.*\d))/.test(clause))
    return undefined;
  if (clause.length < 6 || BACKGROUND.test(clause) || APPEAL.test(clause) || STANCE.test(clause) || TOPIC.test(clause))
    return undefined;
  return { kind: 'deliverable', title: titleOf(clause) };
}

function titleOf(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}
