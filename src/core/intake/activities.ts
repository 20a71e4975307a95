import type { DutyKind } from './draft.ts';

/** Something that papers ask people to do, by the words they use for it. */
export interface Activity {
  readonly kind: DutyKind;
  readonly title: string;
  readonly form: RegExp;
  /** A national rule that we have read ourselves (DOMAIN §1, status R). Rules of status U or P stand nowhere here. */
  readonly rule?: { readonly schedule: string; readonly source: string };
  /** A cadence to offer when the paper names none; local practice, never shown as a rule. */
  readonly offer?: string;
  /** Known well enough to be a duty when the paper orders it without saying when. */
  readonly standing?: boolean;
}

const BRANCH = '《中国共产党支部工作条例（试行）》';

// The first that fits a clause wins, so the narrow ones stand first.
export const activities: readonly Activity[] = [
  {
    kind: 'minutes-check',
    title: '会议记录核查',
    standing: true,
    offer: '每季度',
    form: /(?:会议|党组会|支委会|党委会|办公会|三会一课|组织生活)[”"]?(?:的)?(?:会议)?(?:记录|纪要|台账)[^，。；]{0,8}(?:检查|核查|抽查|督查|审核|审签|审阅|自查|互查|清查|查阅|把关|体检|过目|评查|点评)|(?:检查|核查|抽查|审核|审签|签批|审阅|查阅|翻阅)[^，。；]{0,10}(?:会议|党组会|党委会|支委会|三会一课)[”"]?(?:会议)?(?:记录|纪要)|记录(?:本)?(?:抽查|核查|检查|审签)/,
  },
  { kind: 'minutes-check', title: '末位表态记录核查', standing: true, offer: '每季度', form: /末位(?:表态|发言)/ },
  {
    kind: 'inspection',
    title: '督导检查',
    offer: '每季度',
    form: /(?:对|到)[^，。；]{1,30}(?:督导|督查|检查|抽查|评查|巡查|暗访)|(?:督导|督查|检查|抽查|巡查)(?=[\d一二两三四五六]+次)/,
  },
  {
    kind: 'progress',
    title: '整改调度',
    offer: '每月',
    form: /调度|(?:推进|碰头|会商)会|(?:听取|研究|通报)[^，。；]{0,12}(?:整改|进展)[^，。；]{0,6}(?:情况|汇报|工作)?|整改[^，。；]{0,8}(?:推进会|专题会)|对账(?![表单簿])|台账更新|更新(?:整改)?台账|(?:汇总|收集|梳理|掌握|跟踪)[^，。；]{0,10}进展|跟踪(?:督办|问效)|督办/,
  },
  { kind: 'study', title: '补学', form: /补学/ },
  {
    kind: 'deliverable',
    title: '上交学习笔记',
    form: /(?:上交|提交|撰写|形成|交|写)[^，。；]{0,20}(?:笔记|心得|体会|调研报告|读书报告|文章|案例|报告|总结)/,
  },
  {
    kind: 'meeting',
    title: '党小组会',
    standing: true,
    rule: { schedule: '每月', source: `${BRANCH}第十三条` },
    form: /党小组会/,
  },
  {
    kind: 'meeting',
    title: '支部党员大会',
    standing: true,
    rule: { schedule: '每季度', source: `${BRANCH}第十一条` },
    form: /党员大会|支部大会/,
  },
  {
    kind: 'meeting',
    title: '支部委员会会议',
    standing: true,
    rule: { schedule: '每月', source: `${BRANCH}第十二条` },
    form: /支委会|支部委员会|支部委员会会议/,
  },
  {
    kind: 'meeting',
    title: '主题党日',
    standing: true,
    // Read only as quoted, without its article (DOMAIN §1a).
    rule: { schedule: '每月', source: BRANCH },
    form: /主题党日|党日活动|组织生活日|党员活动日/,
  },
  { kind: 'meeting', title: '党课', standing: true, offer: '每季度', form: /党课/ },
  {
    kind: 'meeting',
    title: '“三会一课”',
    standing: true,
    rule: { schedule: '每月', source: `${BRANCH}第十一条至第十三条` },
    form: /三会一课/,
  },
  {
    kind: 'meeting',
    title: '民主评议党员',
    standing: true,
    // The number of its article is not certain (DOMAIN §1a).
    rule: { schedule: '每年', source: BRANCH },
    form: /民主评议(?:党员)?/,
  },
  {
    kind: 'meeting',
    title: '组织生活会',
    standing: true,
    rule: { schedule: '每年', source: `${BRANCH}第十七条` },
    form: /组织生活会/,
  },
  {
    kind: 'meeting',
    title: '民主生活会',
    standing: true,
    rule: { schedule: '每年', source: '《县以上党和国家机关党员领导干部民主生活会若干规定》' },
    form: /民主生活会/,
  },
  {
    kind: 'talk',
    title: '廉政谈话',
    standing: true,
    offer: '每半年',
    form: /廉政(?:提醒)?谈话|廉洁谈话|约谈|提醒谈话|任前谈话|警示谈话/,
  },
  {
    kind: 'talk',
    title: '谈心谈话',
    standing: true,
    rule: { schedule: '每年', source: `${BRANCH}第十九条` },
    form: /谈心谈话|谈心交心|交心谈心|谈心(?:活动)?|谈话谈心|谈[一二两三1-9]?次?[话心]|(?:开展|进行)谈话|谈话(?=\d|[一两二三四]次|不少于|至少)/,
  },
  {
    kind: 'study',
    title: '理论学习中心组学习',
    standing: true,
    offer: '每季度',
    form: /(?:理论学习)?中心组(?:理论)?(?:集中)?(?:学习|研讨)?/,
  },
  {
    kind: 'study',
    title: '警示教育',
    standing: true,
    offer: '每半年',
    form: /警示教育|(?:观看|收看)[^，。；]{0,8}(?:警示|教育)片|典型案例[^，。；]{0,6}学习|以案(?:促改|说法|为鉴)/,
  },
  {
    kind: 'study',
    title: '交流研讨',
    offer: '每季度',
    form: /(?:交流|专题|集中|学习)研讨|(?:交流|重点|研讨)发言|研讨交流|研讨(?:会|班)?|学习交流/,
  },
  {
    kind: 'study',
    title: '个人自学',
    standing: true,
    offer: '每周',
    form: /自学|精读|研读|通读|读完|(?:拿出|抽出|安排|利用)[^，。；]{0,8}(?:固定)?时间[^，。；]{0,12}(?:学习|读书)?|读书/,
  },
  { kind: 'study', title: '培训', offer: '每年', form: /培训|轮训|讲座|大讲堂|读书班|演练|辅导|宣讲|授课|集训/ },
  {
    kind: 'inspection',
    title: '隐患排查',
    offer: '每季度',
    form: /(?:隐患|风险|问题|矛盾|线索)[^，。；]{0,6}排查|排查[^，。；]{0,8}(?:隐患|风险|问题|矛盾)/,
  },
  { kind: 'meeting', title: '“一岗双责”专题研究', standing: true, offer: '每季度', form: /一岗双责|述责述廉/ },
  {
    kind: 'meeting',
    title: '意识形态工作专题研究',
    standing: true,
    offer: '每半年',
    form: /意识形态[^，。；]{0,14}(?:专题)?(?:研究|会议|部署|研判|分析|责任制|工作)|(?:研究|研判|分析|部署|听取)[^，。；]{0,10}意识形态/,
  },
  {
    kind: 'meeting',
    title: '全面从严治党专题研究',
    standing: true,
    offer: '每半年',
    form: /(?:研究|部署|分析|听取)[^，。；]{0,12}(?:全面从严治党|党风廉政|党建)(?:工作|建设|形势)?|(?:全面从严治党|党风廉政|党建)[^，。；]{0,12}(?:专题研究|专题会|形势分析|分析会|联席会|专题会议|工作会议)/,
  },
  {
    kind: 'meeting',
    title: '党风廉政形势分析',
    standing: true,
    offer: '每季度',
    form: /廉政(?:形势|工作|风险)?[^，。；]{0,4}分析(?!报告)/,
  },
  { kind: 'study', title: '“第一议题”学习', standing: true, offer: '每月', form: /第一议题/ },
  { kind: 'meeting', title: '党组会议', offer: '每月', form: /党组会议?|党委会议?|党组织会议/ },
  { kind: 'report', title: '述职评议', form: /述职/ },
  {
    kind: 'report',
    title: '报送情况',
    form: /报送|上报|呈报|报告(?:一次|1次|工作|整改|落实|情况|个人|$)|报[^，。；]{0,12}(?:巡察办|纪委|纪检组|组织部|办公室|县委|党组|备案)|(?:书面|专题|向[^，。；]{1,14})(?:报告|汇报)|汇报(?:一次|1次|工作|整改|情况|思想|$)|报(?!销|名|到|废|刊|账)[^，。；会]{1,12}(?:办|委|组|局|部|股|科|处|镇|乡|街道|总支|领导)(?:备案|审核|汇总|备查)?$|简报|编发|(?:印发|下发|发布)[^，。；]{0,8}(?:提示|通报|快报|通知)|^(?![^，]*(?:督导|督查|检查|抽查|巡查|排查))[^，]*通报/,
  },
  {
    kind: 'inspection',
    title: '督导检查',
    offer: '每季度',
    form: /(?:现场|实地|业务|上门)指导|督导|督查|督察|督促检查|检查|抽查|抽检|抽样|抽测|复查|查验|巡查|核查|巡检|查[一二两三1-9](?:次|遍)|回头看|暗访|查房|自查|互查|查岗|评查|评比|排查|摸排|清点|盘点|点验|巡护|巡防/,
  },
  {
    kind: 'inspection',
    title: '调研走访',
    standing: true,
    offer: '每半年',
    form: /调研|走访|下基层|下村|进村|驻村(?!干部|工作队|书记|第一)|入企|入户|到[^，。；]{1,10}(?:蹲点|联系点)|接访|下访|回访|慰问|家访/,
  },
  {
    kind: 'study',
    title: '集中学习',
    offer: '每月',
    form: /集中学习|集体学习|理论学习|政治学习|业务学习|专题学习|组织[^，。；]{0,12}学习|学习(?:一次|1次|活动|制度|会|日|不少于|至少)|学习/,
  },
  {
    kind: 'inspection',
    title: '测评',
    offer: '每半年',
    form: /满意度|问卷|测评|测试|测验|评价(?!机制|制度|体系|办法)|考评|考核(?!办法|制度|依据|结果|机制|内容|体系)|推门听课|听课|点评/,
  },
  {
    kind: 'inspection',
    title: '核对',
    offer: '每季度',
    form: /复核|核对|比对|普查|评估|审计(?!机关|局|署|部|科)|验收/,
  },
  {
    kind: 'meeting',
    title: '会议',
    offer: '每月',
    form: /例会|办公会|(?:召开|组织(?!委员|部|员|生活)|参加|开)[^，。；]{0,16}会(?:议)?|专题(?:研究|会)|研究(?:一次|1次|部署|解决)|审议|家长会|座谈会|分析会|联席会|研判/,
  },
  { kind: 'inspection', title: '专项整治', offer: '每季度', form: /专项(?:整治|治理)/ },
];

/** The activity that a clause names, if it names one: what is done comes before what it is about. */
export function activityIn(clause: string): Activity | undefined {
  const whole = activities.find(({ form }) => form.test(clause));
  if (whole?.kind === 'minutes-check') return whole;
  const spine = spineOf(clause);
  return (spine !== clause && activities.find(({ form }) => form.test(spine))) || whole;
}

// 对第一议题落实情况进行自查, 报告履行一岗双责情况, 在党委会上通报: what is checked, told, and where, is no deed.
const OBJECTS =
  /(?:对|就|围绕|针对|结合)[^，每]+?(?=进行|开展|予以|作出?(?:专题)?(?:报告|汇报|辅导)|(?:组织|实施)?[一1]次)|(?:履行|落实|执行|开展|贯彻|学习|推进)[^，]*?情况|(?<=报告|汇报|报送|检查|督查|核查|核对)[^，]*?(?:情况|工作|结果|档案)$|在[^，]{2,14}?(?:会议?|大会)上|向[^，]{2,14}?(?=书面|专题|报告|汇报|报送|述职|通报)|“[^”]+”(?=[^，]{0,2}(?:提示|通知|清单|手册|方案|计划|台账))/g;

/** A clause without its objects. */
function spineOf(clause: string): string {
  return clause.replace(OBJECTS, '');
}
