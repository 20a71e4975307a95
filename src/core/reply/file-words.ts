const PHOTO = /照片|图片|相片|截图|附件|\b(?:photo|picture|attachment)s?\b/iu;
const POINTS =
  /^(?:这|那|刚才|刚刚|上面|前面|以上|照片|图片|相片|截图|附件).*(?:是|属于|归到?|放到|存到)|^(?:that|this|the|those|these) (?:photo|picture|attachment)s? (?:is|are|was|were|belongs?)\b/iu;
const ASKS = /[?？]|吗|没有?$/;

/** 这是党员大会的照片, without one: of what the photo is that was sent before. It tells of no deed. */
export const saysWhatFileIs = (text: string): boolean => {
  const plain = text.trim();
  return PHOTO.test(plain) && POINTS.test(plain) && !ASKS.test(plain);
};
