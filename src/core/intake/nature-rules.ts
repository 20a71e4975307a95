import { cadencesIn } from './cadence.ts';
import { sentenceOf } from './findings.ts';

/** What a sentence does in a paper: tell what is wrong, promise something, or neither. */
export type Nature = 'fault' | 'deed' | 'other';

/** Words for what is wrong; a heading without any names a field of work. */
export const FAULT =
  /[不缺差少弱慢滞松虚浅软乱偏怕薄漏僵没]|畏[难首手缩]|未(?!来)|形式|短板|淡化|问题|违规|重.{1,6}轻|隐患|闲置|滞后|单一|空白|欠缺|挂账|逾期|超标|两张皮|拖延|拖拉|推诿|敷衍|走马观花|满足于|打折扣|迟缓|超期|超时|超支|走样|变形|反弹|回潮|堵塞|堆放|失实|虚报|冒领|截留|挪用|克扣|优亲厚友|空转/;

// A clause that ends so tells a fault whatever verb it begins with: 加强监管不够, 落实制度有差距.
const FAULT_END =
  /(?:不[\u4e00-\u9fff]{1,4}|不[够足严实强深细牢]|[有存]在?[\u4e00-\u9fff]{0,4}(?:差距|不足|短板|漏洞|欠缺|偏差|问题|现象|隐患)|滞后|缓慢|偏[少低弱软慢]|薄弱|淡化|弱化|虚化|松散|涣散|混乱|缺失|缺位|缺乏|单一|走过场|流于形式|一般化|两张皮”?|突出|现象|时有发生|的?问题)$/;

const VERB =
  /^(?:要|应|须|将|拟|请|并|同时|进一步|切实|持续|不断|着力|大力|全面|扎实|认真|深入|坚决|积极|主动|尽快|立即|及时|严格|牵头|带头|始终|分类|逐[一项条]|定期|适时)*(?:制定|制订|修订|出台|印发|建立|健全|完善|成立|组织|召开|开展|举办|加强|强化|提高|提升|增强|压实|落实|执行|坚持|推动|推进|抓好|做好|开好|清退|清理|追缴|退还|追回|聘请|对照|编制|梳理|学习|深化|规范|改进|转变|树立|树牢|弘扬|发扬|践行|锤炼|严守|严肃|严明|严把|筑牢|履行|聚焦|紧盯|整治|整改|纠正|解决|排查|核查|检查|督促|指导|调整|优化|细化|明确|设立|设置|选派|配备|公开|公示|报送|上报|报告|完成|实行|推行|实施|邀请|安排|督办|约谈|查处|问责|通报|修复|改造|购置|更换|签订|盘点|核对|复查|自查|教育|引导|激励|鼓励|查明|查清|摸清|登记|评选|清零|压减|核销|牢固|充分|注重|突出|加大|加快|拓宽|畅通|补齐|拆除|收回|移交|开设|举一反三)/;

const HANDLED =
  /^(?:对|将|把|由|就)[^，]{2,}?(?:进行|开展|予以|负责|组织|牵头|逐[一项]|全[部面]|清|列入|纳入|缴|退|报|送|[一1]次)/;

// What was counted or found is told, not promised: 全年只坐诊14次, 检查发现有5项….
const TOLD =
  /^(?:去年|上年|近[一二三两几\d]+年|[一二三两\d]年来|(?:检查|抽查|巡察|调查|督查|审计|核查|自查)(?:中)?发现(?!问题))|^20\d\d年[^，]{0,12}[仅只未没]|(?:全年|累计|平均)?[仅只才](?:有|[\u4e00-\u9fff]{1,3})?[\d一二两三四五六七八九](?!月)/;

const AT_ONCE = /^(?:要|须|应)?(?:立即|马上|尽快|限期)/;
// 不得先于他人表态 orders, for all its 不.
const FORBIDDEN = /(?:不得|不准|不许|严禁|禁止)(?!力)/;

/** Judged by the first sentence; a date or rhythm in it makes it a promise. */
export function ruledNatureOf(text: string): Nature {
  const head = sentenceOf(text);
  // 学习上，满足于听会: the first words only say where.
  const [where, ...clauses] = head.split(/[，：]/);
  const clause = (/^[\u4e00-\u9fff]{2,6}(?:上|方面|中)$/.test(where!) ? clauses[0] : undefined) ?? where!;
  if (TOLD.test(head) && !AT_ONCE.test(head)) return 'fault';
  if (FORBIDDEN.test(head) && !FAULT_END.test(head)) return 'deed';
  if (cadencesIn(head).length > 0 && !FAULT_END.test(clause)) return 'deed';
  if (FAULT_END.test(clause) || FAULT_END.test(head)) return VERB.test(clause) && /问题$/.test(head) ? 'deed' : 'fault';
  if (VERB.test(clause) || HANDLED.test(clause)) return 'deed';
  if (/(?:\d月(?:\d{1,2}日|底)?|年?底)前/.test(head)) return 'deed';
  return FAULT.test(head) ? 'fault' : 'other';
}

/** Who says what a sentence does. */
export type NatureReader = (text: string) => Nature;
