const BARE =
  /^(?:请?(?:撤回|撤销|更正|纠正|取消)(?:一下|上一?条|刚才的?)?|undo|take (?:it|that) back)[了吧。.!！\s]*$/iu;

/** 撤回 and nothing else; 记错了，其实没开 also says why. */
export const isBareUndo = (text: string): boolean => BARE.test(text.trim());
