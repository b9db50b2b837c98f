import type { Request } from 'express';

export interface Notice {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly text: string;
}

/** Said once, on the next page. */
export function say(req: Request, kind: Notice['kind'], title: string, text = ''): void {
  req.session.notices = [...(req.session.notices ?? []), { kind, title, text }];
}

export function takeNotices(req: Request): readonly Notice[] {
  const notices = req.session?.notices ?? [];
  if (notices.length > 0) delete req.session.notices;
  return notices;
}
