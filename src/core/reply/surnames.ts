/** Common family names. 和, 同, 于, 时, 党, 单 and the like are left out: in a reply they are grammar first. */
export const SURNAMES = new Set(
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温庞殷樊葛邢俞聂章鲁倪苗焦耿甘裴卜岳柳祁齐辛骆柯阮凌甄季申欧翁霍舒牛蓝滕穆邬尤鲍路毕左牟冉蒲娄褚翟盛柴瞿仇桑冀涂应郁刁屠晏单房詹邝纪项梅关包安康伍常文施洪谷',
);

const COMPOUND = /^(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|令狐|东方)/;

export function surnameOf(name: string): string {
  return COMPOUND.exec(name)?.[0] ?? name.slice(0, 1);
}

// Words that begin with the character of a family name and stand where a name could stand.
export const NOT_NAMES =
  /^(?:方案|方面|方式|方法|高度|高质量|时间|任务|任何|常委|常态|安排|安全|路线|文件|文字|文明|文化|应急|应该|应到|关于|关键|向上|项目|包括|包保|石油|白天|温暖|康复|项|严格|严肃|万一|金额|马上|成员|成立|党员|党课|党组|党委|党支部|支部|支委|全体|全部|各|大家|季度|纪要|纪检|纪委|纪律|单位|陆续|石化|施工|左右|毕竟|房子|程序|江边|盛会|钱款|段落|史料|包村|陶冶|卜卦|龙头|洪水|谷物|梅花|余下|余|许多|许可|何时|何人|何处|安好|于是|申请|申报|尤其|左|路上|任免|关心|应|向|常|包|安|万|文章|文稿|章程|范围|温馨|雷同|田间|林业|高校|高效|高龄|金融|牛)/;
