import { DATE, PERSON as P, PLAIN, TITLE } from './marks.ts';
import { NUMBER } from './numbers.ts';

// What may stand around a deed, by noun: words parted by blanks, each a pattern. What stands in none of these tables is
// not accounted for, and the bot asks (DOMAIN §9.9). The words are those of the duties (DOMAIN §1) and of any office.

const AMOUNT = `(?:${NUMBER}|\\d+(?:\\.\\d+)?|半|几|多|数|好几|两三|三四|四五|五六)`;
/** Before or after one of these a name of two or three characters is one's colleague. */
const NEXT = '(?=[谈聊都也已]|$)';

/** The speaker, those of the duty, or all of them. */
const WHO = `
${P}+(?:同志|等)*  我们?  咱们?  人(?=是|都|也|呢|齐|$)  俺  本人  自己  我方  双方  彼此  老师  专家  教授  讲师  教员  俩人?  仨人?
[我本咱]们?党?(?:支部|单位|部门|局|科|股|室|组|处|中心|所|站|机关)  (?:[股科组局处所站]|支部|单位|中心|机关)[里内]
支部  党支部  小组  党小组  股室  科室  单位  部门  班子(?:成员)?  党组  党委  支委  党员  干部  群众  成员  人员
全体(?:人员|成员|职工|干部)?  全员  大家  大伙儿?  大家伙儿?  同志们?  各位  所有人?  每个?人  人人  与会人员  老(?:同志|党员|干部)
[\\u4e00-\\u9fff]{2,5}[股科](?=的|人|$|${P})  [他她]们?(?:几个|两个|三个|俩|仨)?
老[\\u4e00-\\u9fff]${NEXT}  小[\\u4e00-\\u9fff]${NEXT}  [\\u4e00-\\u9fff]{1,2}(?:姐|哥|总|工|老师|师傅|大姐|大哥)${NEXT}`;

/** Gatherings of the catalogue, and 会 or 课 where nothing else names it. */
const GATHERING = `
(?:支部)?党员大会  支部大会  全体大会  大会  支委会议?  支部委员会(?:会议)?  支部会议?  党?小组会议?  例会  会议  会
党组(?:扩大)?会议?  党组例会  班子会议?  局务会议?  办公会议?  组务会  股务会  科务会  碰头会  晨会  早会  视频会  电视电话会
主题党日  党日  党课  微党课  廉政课  专题党课  (?:专题)?民主生活会  (?:专题)?组织生活会  民主评议(?:党员)?  评议会?
专题(?:研讨|研究|学习|会议|会)  研判会?  分析会  研讨会?  交流会  学习会  读书班  集中学习  集体学习  研讨交流
中心组(?:扩大|集中|集体|理论|专题)*(?:学习|研讨)?(?:会)?  三会一课  第一议题  课  讲座  活动  仪式  议程  培训`;

const PAPER = `
(?:整改|进展|自查|专题|情况|工作|总结|调研|述职|分析|核查|督查)*报告  月报表?  周报表?  季报表?  年报表?  旬报  简报  快报
报表  统计表  汇总表  登记表  签到[表册]  审批表  申请表  明细表?  表格?  单子  回执  材料  佐证(?:材料)?  证明  名单  名册  花名册
方案  预案  制度  办法  规定  规程  规范  细则  流程图?  清单  台账  底账  账  册子?  文件?  文稿  稿子?  红头  函件?  信函?
通知  通报  公告  公示  请示  批复  批示  答复  回复  回函  要求  意见  建议  意见建议  承诺书  责任书  合同  协议  预算  决算
会签  会签[单页表稿卡]  记录卡  要素  签字页  纪要  会议记录  谈话记录  记录本?  笔记本?  心得  体会  心得体会  总结  小结  计划  要点  议题  讲稿  课件
数据  数字  数  指标  资料  档案  照片  图片  截图  视频  录像  附件  电子[版件档]  纸质[版件]  原件  复印件  扫描件
正式[稿版]  修订[稿版]  送审稿  终稿  定稿  初稿  底稿  稿件  版本?  版面  条款  条文  本子?  卷宗?
信息  新闻稿?  宣传稿  公示栏  公开栏  宣传栏  橱窗  展板  海报  公章  印章  章  字  进度  进展  成果  结果  手续  程序`;

const MATTER = `
地方  任务  工作  事务  事项  事情  事儿?  项目  内容  情况  问题  整改  措施  部分  环节  步骤  议定事项  反馈意见  党费  会费
该办的  该做的  该[报交学谈开查签]的  落下的  欠的  缺的  余下的  剩下的  东西  活儿?  目标  责任  职责`;

const TALK = '谈心谈话 谈心 谈话 约谈 心 话 思想 廉政 廉洁 家常 作风 纪律 履职 一岗双责 党风廉政(?:建设)?';

const STUDY = `
个人自学  自学  理论学习  理论  学习  读书  文章  讲话  精神  党章  党史  党规  党纪  条例  准则  原著  原文  书目?  课程  课时
学时  章节?  节  篇目?  页  集  警示教育片?  教育片  专题片  片子?  学习强国  强国  求是  读本  教材  讲义  网课  微课
笔记  文献  全会  中央  重要  法规  法律  政策  业务  知识`;

/** What is looked at on a visit or a check. */
const CHECK = `
乡镇  镇街  村居  街道  村组  实地  入户  督导  督查  调研  走访  检查  抽查  核查  巡查  回头看  暗访  现场  点位  点
隐患  整改  复查  复核  对象  户  家`;

/** Words that are part of how a paper or a meeting is called, and no verb. */
const QUALIFIER = `
[一二三四1-4]季度  [上下]半年  全年  年度  半年  季度  月度  本(?:年度|年|期|次|轮|批|季度?|月|周)  [这那本当]个?月
这(?:次|期|回|批|轮|几[个项天次]?|一?[个项份次批些])?  那(?:次|期|份|几[个项]?|个|些)?  该项?  当[年月]  历次  各[个项类股科支]?(?:室|部)?
每[个项份天周月期]  [前后头这那上下][一二两三四五几\\d]+[个项条次份]  所有  全[局县市体部]  [两几]头  我们?[这那](?:边|里|块|个)?  [这那](?:边|里|块)
第?[一二三四五六七八九十\\d]{1,3}(?:批|期|号|届|轮|稿|版|条|项|题|议题|季度|月份?|周|章|节|篇|次|场|讲|卷|册|页|部分|阶段|个?支部|组)
城[东西南北中]  党建  党务  党风  廉政  整改  巡察  巡视  民政  养老  救助  低保  殡葬  婚姻  区划  地名  福利  社会  事务  财务  人事  办公室
机关  局机关  纪检  组织  宣传  统战  老干部?  离退休  退休  意识形态  政治  思想  作风  安全  生产  消防  信访  保密  档案  资产
资金  预算  审计  扶贫  乡村  振兴  慈善  儿童  残疾  特困  临时  城乡  城市  农村  公务  三公  台账
专项  专题  重点  重大  日常  常规  例行  正式  书面  线上  线下  扩大  集中  集体  联合  综合  全面  从严  治党  学用  动态
规范  管理  修订  股级  县级  局级  责任  领导  主体  监督  述责  述廉  述职  预备  发展  对象  入党  积极分子  转正  换届
选举  评优  评先  考核  绩效`;

const ROOM = `办公室|会议室|活动室|谈心室|接待室|院里?|村里?|镇上?|乡里?|社区|中心|所里?|家里|家中|园|馆|学校|校|基地|公司|站里?|\
点上?|处|楼[上下]?|室里?|街道|现场|窗口|大厅|厅里?|工地|食堂|[车路网]上|群里|线上|系统[里上中]?|平台上?|邮箱|柜里?|档案室|支部里?|\
会上|会场|之家|服务部|门口|厂|店里?|户|上面|里面|上|里|中`;

/** Where: a room, a house, a village, a line of the office. */
const PLACE = `
在[^,了过${P}]{0,10}?(?:${ROOM})
[^\\x00-\\x7f据了过的去到在把跟和与会日\ue000-\uf8ff]{0,5}?(?:敬老院|福利院|养老院|救助站|殡仪馆|公墓|社区|居委会|村委会|党校|之家|养老中心|服务中心|卫生院|办公室|会议室)
[一二三四五六七八九\\d]+楼  线[上下]  网上  现场  实地  当地  外面  食堂  会[上下后]  村里  镇上  乡里  社区  基层  一线
系统[里上]?  平台上?  群里  邮箱  钉钉  微信  (?<![a-z])oa(?![a-z])(?:系统)?  [内外专]网  电话[里中]?  视频`;

/** To whom papers go, and who checks. */
const OFFICE = `
(?:省|市|县|区|州|部|厅|局|镇|乡)?(?:里|委|政府|府|级)?(?:巡察办|巡察组|巡视组|纪委监委|纪委|监委|纪检组|纪检监察组|组织部|宣传部|统战部|政法委|机关工委|党工委|督查室|财政局|审计局|人社局|民政局|民政厅|主管部门|领导小组|办公厅|委办|府办|[局厅委部])(?:办公室)?
(?:局|党组|办公室|机关)(?=[审会办领签])`;

const TIME = `
${DATE}+  已经?  均已  都已  早已经?  早就  早  刚刚?  才刚  方才  之前  先前  此前  事先  后来  随后  然后  接着  之后  中间  中途
期间  前后  先后  陆续  相继  一早  一大早  大清早  当场  当即  即时  随即  及时  一直  补班  调休
(?:上班|下班|散会|饭|午饭|晚饭|会|课|节|假|早饭|午休)[前后]
(?:值班|出差|开会|下乡|加班|培训|吃饭|午休|休息|散步|检查|调研|下村|入户)(?:的?时候?|期间|途中|路上|间隙|之余|回来后?|之后|完)
[这那](?:天|会儿|时候?|阵子?)  同一天  [\u4e00-\u9fff]{2,3}节(?:那天|当天)  当[天日晚]  整天  全天  一整天  半天  一?上午  一?下午  工作日  周末  (?:午休|休息|空闲|业余|工作|晚上|下班)时间  [月年][初中底末]  季末`;

const MANNER = `
全部  全都?  都  均  也  又  还  就  是  真  确实  的确  真的  其实  终于  总算  好不容易  好歹  统统  通通  快  近  约  大约  只  仅  光
一并  一起  一块儿?  一同  一道  共同  统一  分别  各自  各  逐[一个人项条份]  挨个儿?  挨家挨户  轮流  单独  当面  面对面  一对一  私下
集中  集体  分组  分批  分头  同步  同时  照常  照旧  照样  正常  卡点  踩点  掐点  前后脚  按时  按点  按期  按要求  按计划  按规定  按程序  按流程  按惯例  如期  如实  准时  准点  提前  超额
(?:在)?(?:规定)?(?:的)?(?:时间|期限|时限)(?:内|之内|前)  提前一天
顺利  圆满  成功  正式  认真  仔细  全面  彻底  完整  高质量  保质保量  不折不扣  原原本本  简单  大概  详细  深入  充分  好好  扎实  实打实
麻溜儿?  利索  麻利  连夜  加班(?:加点)?  抓紧  专门  专程  特意  主动  亲自  亲手  带头  牵头  顺[便带路]  抽空  抽了?个?(?:空|时间)  抽出时间  趁机  借机  基本上?
[很挺蛮](?:好|顺利|成功|充分|深入|认真|热烈)  热烈
补  重新  再次  继续  一次性  一口气  临时  另行  另外  随机  一式[两三四]份  逐字逐句  多方  反复  多次  来回  快速  很快  早早  无误
边[\\u4e00-\\u9fff]边(?:[\\u4e00-\\u9fff]|$)  [谈聊学开报交办签查去做弄写改看听讲][是都](?=[谈聊学开报交办签查去做弄写改看听讲])`;

const FIGURE = `
[一1]?[天周月年次]?(?:第)?${AMOUNT}多?来?个?多?(?:小时|钟头|分钟|刻钟|秒|天|日|周|星期|礼拜|月|年|次|遍|趟|场|期|份|篇|章|节|页|条|项|个|位|名|人次?|家|户|处|点|轮|批|回|番|件|本|张|封|集|课|讲|课时|学时|圈|股室?|科室?|支部|村|社区|站|口|下|段|组|队|套|册|卷|%|分|钟|半)+
${AMOUNT}  半个?多?(?:小时|钟头|天|上午|下午|晚上|钟)  [个几]*把(?:小时|钟头|钟)  一?会儿  一会  片刻  好久  很久  好半天  半天  [一几两三]下
一[遍次趟轮番场]  [应实]到  一共  总共  共  合计  总计  累计`;

/** 和, 跟 and the like, which whoever took part follows; 把, which what was done follows. */
const WITH = `
[跟和与找约](?!意|时|期|样|比)  同(?=[${P}他她我]|两|几|三)  除(?:了|去|开)?  (?<=${P})(?:之|以)?外  以及  连同  会同  还有  及  、  加上
约[请着]  邀请了?(?=${P})  请(?=${P}|[^,了]{1,10}(?:来|给|作|做|讲|授课))  带领  带着  带(?=[${P}两三四五几])  带队  陪同(?=${P})  [向给对](?=${P})  由(?=${P}|我|支部)  把  将(?!来|就)`;

/** After these a few words are free: by which way, on what, to whom, where. */
const FREE = `
通过  利用  结合  围绕  针对  按照?  根据  依据  依照  遵照  借  趁着?  以(?!为|前|后|上|下|内|外|及)  用(?!不)  关于  有关
就(?=[^,了]{2,8}(?:问题|事项|工作|情况|事))  在  到(?!位|期|底)  去(?!年)  往(?!往)  给  向  对(?!不)  从  经(?!常)  至  于  送到  发到
报到  报给  发给  交给  送给  为(?!了|止)  占用  花了?  用了  历时  耗时  因(?!此)`;

/** What one does on the way to the deed, by oneself. */
const BEFOREHAND = `
[送寄发交拿](?=去了|来了|过)  组织  主持  召集  参加  参与  出席  列席  来  过来  过去  赶  赶[到回]来?  坐下来  碰面  见面  碰到  遇[到见]  叫[到来]
请[到来]  喊到  回来  回到  登门  上门  下[村乡]  进村  驻村  散步  植树  慰问  参观  整理  汇总  核对  收集  收齐  统计  汇报  报告  确认  动员  布置  开车
打(?:了个?)?电话  发了?微信  协调  对接  沟通  配合  协助  落实  安排时间  腾出时间  完善  修改  补充  更新  审核  审阅  校对  打印  盖章
签字  领  领学  发言  讨论  研究  传达  学习  宣讲  值班  加班  散会  开会  讲  研读`;

const FILLER = `
${PLAIN}  [\\s:"'()（）\\[\\]/·—.!✅👌👍🙏;-]  嗯  啊  呀  哈  呢  嘛  哦  噢  喂  哎呀?  唉  那个  这个  那么?  这  的话?  地  得  所  是的?
就是说?  对(?=[,了呀的]|$)  好的?(?=[,已都]|$)  行  [图视]频  报告(?=:)  汇报(?=:)  回复(?=:)?  更正(?=:)?  补报?(?=:)?  补[登记录]  说明
说一下  [跟向给]您  您  你  领导  但是?  不过  所以  因为  虽然  总之  反正  话说  老实说  说实话  实话  呗  撒  滴  了  过  着  完  好  毕  之  等  一个  方面  层面  [之以]?[前后]`;

/** 代P报: and the like, before what is told. */
const HEADING = `
[代替帮]${P}+(?:同志)?(?:(?:补?报|登记|录|填|回复?|说)[:,]?|[:,])
(?:更正|补充|补报|补登|改|情况|说明|进展|结果|内容|回复|报告|汇报|反馈|本[周月]进展):`;

/** The other thing it was held together with, or the day it was moved to. */
const MOVED = `
推迟  延期  顺延  改期  合并  合(?=[开办在]|$)  套(?=[开办在]|$)  并(?=[开到入])  改[到在至]  提前到  推[到至]  延[到至]  挪[到至]  换到  原定  原本  本来  原来  本
定在  由`;

/** Somebody whom one sends; whether that is a deed is weighed elsewhere. */
const SENT = `[让请由叫托派](?=${P})  委托  派人  派  让  先  陪我  交(?=${P})  提纲  场地  会议室`;

/** Of others, or a habit: no deed of the duty that is open. */
const FOREIGN = `
据(?=[^,]{1,8}(?:统计|反映|了解|报|称|说))  [一二三四五六七八九十]支部  每[年次回]
(?:别|其他?|其它|另外?|外|隔壁|兄弟|邻|友邻|对口|下属|下面|下边|底下|上级|上面|上头)的?(?:[股科局处室]室?|单位|部门|支部|组|人|同志|县|市|乡镇|地方|那边|那个)?
(?:省|市|县|区|州|国家|部|厅|中央|镇|乡|村|社区)(?:里|上|级|委|局|府|政府|纪委|委办|委组织部)?的?(?=会|课|党|主题|专题|中心组|活动|培训|大会|例会|党课|学习|座谈|动员)
工会  团委  团支部  妇联  职代会  业委会  家长会  同学会  联谊  班会  老乡  客户  亲戚  家属  老婆  老公  孩子  儿子  女儿  父母  邻居
(?<![a-z])(?:they|their|he|she|his|her|someone|somebody|anyone|another|other|others)(?![a-z])`;

/** What follows is a statement of its own. */
const JOIN = ':(?=.) (?<![a-z])(?:and|but|so|then|which|who|because|while|where)(?![a-z]) (?<=了)[就又还也] [你您]没';

const ENGLISH = `
i we it them us him me you that this these those the a an my our your all both every everyone everybody one two three four five half another
have has had having was were is are been be got get did does do just already finally now also too well yes yep ok okay hi hello sir fyi or
with to of at in on by from for about into as per via after before during since through
(?:before|after|over|during|about|on|in|at|to|with|via|by|for|from)\\s(?:(?:the|a|our|my|his|her|their)\\s)?[a-z]+(?:\\s(?:office|group|committee))?`;

/** What the duties, their papers and their places are called in English (DOMAIN §1). */
const ENGLISH_NOUN = `
talk talks chat chats meeting meetings session sessions study reading lecture branch branches party group committee member members minutes
record records notes? report reports monthly weekly quarterly yearly annual paper papers document documents form forms file files figures
numbers data rules? plan plans policy measures? progress update updates summary list ledger inspection inspections visit visits check
checks review site sites village ward wards unit units home homes office item items task tasks duty thing things work job part chapter
chapters page pages section sections version copy draft final signed stamped revised new updated whole last first second third next people
attended present colleagues everything inbox email mail system morning afternoon evening noon today yesterday again together briefly
fully properly successfully officially formally time schedule early late approved watched listened wrote written drafted prepared printed
uploaded hours? min mins days? weeks? online phone call person
theme themed centre center lecture appraisal democratic life organizational general leading heart-to-heart training dues research warning
education integrity ideology rectification closeout close-out audit round rounds incident ward staff team`;

const words = (table: string): readonly string[] => table.split(/ {1,}|\n/).filter((word) => word !== '');
const latin = (table: string): readonly string[] => [
  ...words(table).map((word) => `(?<![a-z])${word}(?![a-z])`),
  `(?<=[a-z${P}${DATE}])'(?:s|ve|m|d|re)(?![a-z])`,
  // hui 开完了: a syllable typed without its character.
  '(?<![a-z])[a-z]{1,3}(?![a-z])(?=[^a-z]*[\\u4e00-\\u9fff])',
];

/** Of words of one length the kind that comes first is meant. */
export const PIECES = {
  gathering: words(GATHERING),
  paper: words(PAPER),
  matter: words(MATTER),
  talk: words(TALK),
  study: words(STUDY),
  check: words(CHECK),
  who: words(WHO),
  title: [`${TITLE}+`],
  place: words(PLACE),
  office: words(OFFICE),
  qualifier: words(QUALIFIER),
  time: words(TIME),
  manner: words(MANNER),
  figure: words(FIGURE),
  with: words(WITH),
  free: words(FREE),
  beforehand: words(BEFOREHAND),
  heading: words(HEADING),
  moved: words(MOVED),
  sent: words(SENT),
  join: words(JOIN),
  filler: words(FILLER),
  english: latin(ENGLISH),
  noun: latin(ENGLISH_NOUN),
} as const;
/** These win over every other word of their length. */
export const FOREIGN_WORDS = words(FOREIGN);
