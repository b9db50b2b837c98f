export interface ItemBase {
  /** The anchor. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Of its heading. */
  readonly level: number;
  /** What a search looks into, and what it shows of it. */
  readonly searched: string;
  readonly excerpt: string;
}

export interface PictureModel {
  readonly src: string;
  readonly alternative: string;
}
