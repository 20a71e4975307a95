const BARE =
  /^(?:请?(?:撤回|撤销|更正|纠正|取消)(?:一下|上一?条|刚才的?)?|undo|take (?:it|that) back)[了吧。.!！\s]*$/iu;

/** 撤回 and nothing else; 记错了，其实没开 also says why. */
export const isBareUndo = (text: string): boolean => BARE.test(text.trim());

/** 记错了日期, 时间报错了: the day of what was reported is wrong, and not the report. */
export const saysDayWrong = (text: string): boolean =>
  /^(?:我|刚才|不好意思|抱歉|[,，\s])*(?:(?:日期|日子|时间|哪天)(?:[报写记说填登录]|弄|搞)?错了?|[报写记说填登录弄搞]错了?(?:日期|日子|时间))[。.!！啊呀了\s]*$|\bwrong (?:date|day)\b/iu.test(
    text.trim(),
  );
