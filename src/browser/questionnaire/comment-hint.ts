import { commentHint } from '../../questionnaires/page/comment-hint.ts';
import type { Criterion } from './fields.ts';
import { say } from './markup.ts';

/** Q5: whether a comment is asked for follows the answer chosen. */
export function sayCommentHint({ article, kind, said }: Criterion): void {
  say(article.querySelector('[data-hint]'), commentHint(kind, said().answer?.kind === 'na'));
}
