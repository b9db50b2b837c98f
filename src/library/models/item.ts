export interface ItemBase {
  /** The anchor. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Of its heading. */
  readonly level: number;
  /** What a search shows of it. */
  readonly excerpt: string;
}

export interface PictureModel {
  readonly src: string;
  readonly alternative: string;
}
