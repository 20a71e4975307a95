const WHO =
  '(?:(?:各|其他|其余|全体|每名|每位|所有|全局|全院|全校|全镇|机关|局|院|校|镇|乡|馆|本单位|村)?' +
  '(?:(?:党组|党委|党总支|党支部|支部|总支|机关党委)(?:副?书记|委员|成员|班子成员|班子|组织委员|宣传委员|纪检委员)?' +
  '|(?:副)?(?:书记|局长|院长|校长|镇长|乡长|馆长|站长|所长|园长|科长|股长|处长|总经理)' +
  '|(?:局|院|校|馆|镇|党组|单位|股室|科室|部门)?(?:主要|分管|包联|包村|带班|值班)(?:负责人|领导|负责同志|同志)' +
  '|(?:领导)?班子(?:其他)?成员|领导班子|班子|支委(?:会)?(?:成员|委员)?|(?:组织|宣传|纪检|青年|统战|生活)委员|学习秘书|党务干部|党建指导员|联络员' +
  '|党员(?:领导)?干部|(?:在职|流动|老|普通|预备)?党员|(?:全体)?(?:干部职工|教职工|医务人员|机关干部|工作人员|职工|教师|干部|人员)|领导干部|中层干部|领导' +
  '|(?:党)?小组(?:组)?长|党小组|(?:股|科|处)?室(?:负责人|主任|长)|(?:科室|股室|部门|单位|支部|年级|学科)负责人|护士长|班主任|年级组长|教研组长' +
  '|[\\u4e00-\\u9fff]{0,10}(?:领导小组(?:办公室)?|工作专班|专班|整改办|党建办|巡察办|纪检组|纪委|办公室|股|科|处|室|站|所|队|大队|中心|工会|团委|妇联|村委会|村|社区)(?:负责人|主任)?' +
  '))';
const LIST = `${WHO}(?:[、和及]${WHO})*`;
const LEADING = new RegExp(
  `^(?:要求|组织|安排|由|每个?|各个|督促|引导)?(?<who>${LIST})(?:们)?(?=$|每|坚持|按|要|应|须|至少|不少于|分别|各|带头|定期|不定期|与|同|和|对|向|到|参加|带|负责|牵头|组织|召开|开展|主持|讲|上|每|进行|集中|深入|汇报|报|听取|抽查|检查|一|半|收|接|派|指导|督促|指定|按|将|把|作|定|制定|修订|出台|落实|实行|完成|核|受理|逐|撰写|上交|提交|自学|轮流|原则上|会同|在|于|全年|\\d)`,
);
const BY = new RegExp(
  `由(?<who>${LIST}|[^，。；]{2,12}?)(?:负责|牵头|组织|主持|带队|会同|讲|检查|抽查|汇报|审|进行|统一|逐|对|每|为)`,
);

/** Whom a clause names as the one who acts; `names` are the people of the paper. */
export function ownerIn(text: string, names: readonly string[]): string | undefined {
  const clause = text.replace(/^(?:成立|组建|设立|明确|建立)(?=[^，。；]{0,12}(?:领导小组|专班))/, '');
  const by = BY.exec(clause);
  if (by) return by.groups!.who!;
  const name = names.find((known) => clause.startsWith(known));
  if (name) return name;
  const who = LEADING.exec(clause)?.groups?.who;
  return who && !/^(?:会|一|机关|单位)$|^逐|^[一二三四]?(?:季度|半年|月|周)|每|至少|不少于/.test(who)
    ? who
    : subjectAhead(clause);
}

// Whatever stands in front of the time and ends as words for people and units do is the subject of the clause.
const AHEAD = /^(?<who>[\u4e00-\u9fff、]{2,14}?)(?=每|逐[日周月季年]|(?:20\d\d年)?\d{1,2}月|年底|应|须|定期|不定期)/;
const UNIT_OR_PERSON =
  /(?:[室科股处部办会组队所站员长记导人委院校局司馆村镇乡纪团层们社]|中心|班子|干部|职工|同志|企业|专班|志愿者|会计|出纳|支书|专家|骨干|教师|医生|护士|民警|法官|联络人|代表)$/;
const NO_SUBJECT =
  /^(?:每|今后|此后|以后|同时|对|将|把|在|与|同|向|为|通过|由|从|按|并|逐|全面|建立|坚持|落实|组织|安排|召开|开展|参加|走访|联系)|[对将把]/;

function subjectAhead(clause: string): string | undefined {
  const who = AHEAD.exec(clause)?.groups?.who;
  return who && UNIT_OR_PERSON.test(who) && !NO_SUBJECT.test(who) ? who : undefined;
}

const BY_WHOM =
  /(?:^|[。；，])(?:此项(?:工作)?)?由(?<who>[^，。；]{2,20}?)(?:牵头)?(?:负责|落实|督办|主抓)(?:落实|督办|办理)?(?=[。，；]|$)/;

/** 由防汛办杭勇负责, said of a whole measure in a sentence of its own. */
export function ownerOfAll(text: string): string | undefined {
  const last = text
    .replace(/[。；\s]+$/, '')
    .split(/[。；]/)
    .at(-1)!;
  return /^(?:此项(?:工作)?)?由/.test(last) ? BY_WHOM.exec(last)?.groups?.who : undefined;
}

const WITH_TALK =
  /(?:与|同|和|跟|对|找)(?<who>[^，。；]{1,24}?)(?:(?:之间)?(?=每|至少|不少于|开展|进行|谈|普遍|逐一|逐个|面对面|按|一对一|原则上|定期|经常)|(?=廉政|提醒|约谈))/;
const AMONG = /(?<who>(?:班子|支委|党组|党委)?(?:成员|委员|党员|支委|干部)?(?:与(?:班子)?(?:成员|党员))?)(?:相互)?之间/;
const TO = /向(?<who>[^，。；]{2,24}?)(?:报送|报告|汇报|上报|呈报|提交|书面|专题|作|述职|报|通报)/;
const REPORTED =
  /(?:报送|上报|呈报|报)(?<who>(?:县|市|区|省|镇|局|上级)[^，。；]{0,10}(?:巡察办|巡察工作领导小组办公室|纪委监委|纪委|组织部|党委|党组|政府|局|办))/;

/** With whom a talk is held, or to whom something is reported. */
export function counterpartIn(clause: string, kind: string): string | undefined {
  if (kind === 'talk') {
    const among = AMONG.exec(clause)?.groups?.who;
    const who = WITH_TALK.exec(clause)?.groups?.who;
    return who?.replace(/之间$/, '') ?? (among || undefined);
  }
  if (kind === 'report' || kind === 'progress' || kind === 'deliverable') {
    return TO.exec(clause)?.groups?.who ?? REPORTED.exec(clause)?.groups?.who;
  }
  return undefined;
}

/** 各责任单位, 有关科室 and the like name nobody. */
export function namesNobody(owner: string): boolean {
  return /^(?:各|相关|有关|全体|所有)?(?:责任|相关|有关|牵头|职能|涉及)(?:单位|科室|股室|部门|领导|人员|人|同志)(?:及[^，]*)?$|^各(?:单位|科室|股室|部门|站所|村|支部)$/.test(
    owner.replace(/[。；，\s]/g, ''),
  );
}
