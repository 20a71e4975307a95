import type { DraftPerson } from './draft.ts';
import { isGrid, type Line, type Part } from './lines.ts';

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公冼仝佟佘肖闫岳涂隋覃牟帅楼苟兰芦苑粟麦揭鄢綦禤仉芶雒颉仵邸亓缑匙付代芈佴栗楚母洛淳矫盘骈鲜鹿苌呙郄邝敬';
const NAME = `(?:欧阳|司马|上官|诸葛|尉迟|皇甫|[${SURNAMES}])(?:[\\u4e00-\\u9fff]{1,2}|某某?|[Xx×*○]{1,2})`;
const POST =
  '(?:(?:党组|党委|党总支|党支部|支部|机关党委)(?:副?书记|委员|成员)|(?:副)?书记|(?:常务)?副?(?:局长|院长|校长|镇长|乡长|主任|馆长|站长|所长|园长|科长|股长|处长|县长|区长|部长|厅长)|[\\u4e00-\\u9fff]{0,8}(?:股长|科长|主任|负责人|委员|干事|会计|出纳|组长|秘书|专干|院长|护士长|队长|工作人员)|(?:一|二|三|四)级(?:主任)?科员|调研员)';
const UNIT = /(?:股|科|处|室|所|站|中心|办公室|办|队|部|支部|工会|团委|院|校)$/;

const OFFICE = new RegExp(`${POST}$|[员长任记师导]$|牵头|负责|抓总`);
const BRACKETED = new RegExp(`(?<name>${NAME})[（(](?<note>[^（）()]{2,24})[）)]`, 'g');
const TITLED = new RegExp(
  `(?<post>${POST}(?:、${POST})*)[\\s:：]*(?<name>${NAME})(?=$|[，。；、：\\s（）(]|同志|牵头|负责|任|为|带|主持)`,
  'g',
);
const ROLE = new RegExp(
  `(?:责任人|责任领导|牵头领导|分管领导|负责人|联系人|组\\s*长|副组长|成\\s*员|谈话人|谈话对象|记录人|主持人)[：:]\\s*(?<names>${NAME}(?:[、，,\\s]+${NAME})*)(?=$|[，。；（\\s(])`,
  'g',
);

/** People that a paper names, with post and department where they stand beside the name. */
export function peopleIn(parts: readonly Part[], owners: readonly Owner[]): readonly DraftPerson[] {
  const found: DraftPerson[] = [];
  for (const line of parts.flatMap((part) => (isGrid(part) ? part.rows.flat() : [part]))) found.push(...peopleOf(line));
  for (const { text, department, line } of owners) {
    for (const name of namesIn(text)) found.push({ name, post: null, department, place: line.place });
  }
  return merged(found.filter(({ name }) => !notAName(name)));
}

/** A cell or label that says who answers. */
export interface Owner {
  readonly text: string;
  readonly department: string | null;
  readonly line: Line;
}

function peopleOf(line: Line): readonly DraftPerson[] {
  const found: DraftPerson[] = [];
  for (const { groups } of line.plain.matchAll(BRACKETED))
    if (UNIT.test(groups!.note!) || OFFICE.test(groups!.note!))
      found.push({ name: groups!.name!, ...postOf(groups!.note!), place: line.place });
  for (const { groups } of line.plain.matchAll(TITLED)) {
    if (!notAName(groups!.name!))
      found.push({ name: groups!.name!, post: groups!.post!, department: null, place: line.place });
  }
  for (const { groups } of line.plain.matchAll(ROLE)) {
    for (const name of namesIn(groups!.names!)) found.push({ name, post: null, department: null, place: line.place });
  }
  return found;
}

function postOf(note: string): Pick<DraftPerson, 'post' | 'department'> {
  if (UNIT.test(note) && !new RegExp(`${POST}$`).test(note)) return { post: null, department: note };
  return {
    post: note,
    department:
      /^(.{2,8}?(?:股|科|处|室|所|站|中心|办公室|办|部))(?=.{0,2}(?:股长|科长|主任|负责人|长)$)/.exec(note)?.[1] ??
      null,
  };
}

const COMMON =
  /^(?:党组|党员|支部|支委|党委|班子|全体|各级|相关|有关|成员|干部|职工|领导|主任|书记|局长|办公|人事|财务|机关|单位|部门|股室|科室|社会|公室|同志|负责|牵头|明确|时限|立行|长期|完成|养老|党支|安全|文化|文秘|文书|和谐|应急|广大|任务|平时|每月|强化|支书|宣传|纪检|组织|项目|卫生|农业|农村|计生|教育|国土|经济|管理|信访|师生|水利|林业|文旅|纪委|党建|左右|国家|公共|边学|时间|广泛|全局|全镇|全院|全校|高度|常态|通过|向全|计划|方案|方面)/;

/** Words that begin like a surname and are none. */
export function notAName(text: string): boolean {
  return COMMON.test(text) || /材料|制度|检查|办法|公室/.test(text) || /[股科室所站办组会部员长]$/.test(text);
}

const WHOLE_NAME = new RegExp(`^(?:${NAME})$`);

/** A surname with one or two characters behind it, and no word that everybody uses. */
export function looksLikeName(word: string): boolean {
  return WHOLE_NAME.test(word) && !notAName(word);
}

/** Plain names in a list such as 张三、李四 or 张三 李四 王某（宣传委员）. */
export function namesIn(text: string): readonly string[] {
  const form = new RegExp(`^(${NAME})$`);
  return text
    .replace(/[（(][^（）()]*[）)]/g, '、')
    .split(/[、，,；;\s/和]+/)
    .flatMap((part) => (part.length >= 4 && !form.test(part) ? run(part) : [part]))
    .filter((part) => form.test(part) && !notAName(part));
}

/** 张三李四, where a space between two names was lost. */
function run(text: string): readonly string[] {
  const names = text.match(new RegExp(`[${SURNAMES}][\\u4e00-\\u9fff]{1,2}?(?=[${SURNAMES}]|$)`, 'g')) ?? [];
  return names.join('') === text && text.length <= 12 ? names : [text];
}

function merged(found: readonly DraftPerson[]): readonly DraftPerson[] {
  const people = new Map<string, DraftPerson>();
  for (const person of found) {
    const known = people.get(person.name);
    people.set(
      person.name,
      known ? { ...known, post: known.post ?? person.post, department: known.department ?? person.department } : person,
    );
  }
  return [...people.values()];
}
