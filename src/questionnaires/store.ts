import type { Transaction } from '../database/transaction.ts';
import type { Request } from '../domain/answers/request.ts';
import { Conflict } from '../domain/errors.ts';

/** The request of a draft, once nobody else may write it until the end of the transaction. */
export async function lockRequest(transaction: Transaction, draftId: string): Promise<Request | null> {
  const [row] = await transaction.$queryRaw<
    { requestedAt: Date | null; requestedBy: string | null; requestedById: string | null; requestMessage: string }[]
  >`
    SELECT "requestedAt", "requestedBy", "requestedById", "requestMessage" FROM "Response"
    WHERE "id" = ${draftId}::uuid AND "status" = 'DRAFT' FOR NO KEY UPDATE`;
  if (row === undefined) throw new Conflict('Ce questionnaire vient d’être validé par quelqu’un d’autre.');
  const { requestedAt, requestedBy, requestedById, requestMessage } = row;
  return requestedAt && { at: requestedAt, by: requestedBy ?? '', byId: requestedById, message: requestMessage };
}

/** What was sent back before is forgotten; its remarks stay until they are answered by a validation, or replaced. */
export async function keepRequest(transaction: Transaction, draftId: string, request: Request): Promise<void> {
  await transaction.response.update({
    where: { id: draftId },
    data: {
      requestedAt: request.at,
      requestedBy: request.by,
      requestedById: request.byId,
      requestMessage: request.message,
      returnedAt: null,
      returnedBy: null,
      returnMessage: '',
    },
  });
}

/** Sent back: the request is over, and these remarks replace those of before. */
export async function keepReturn(
  transaction: Transaction,
  draftId: string,
  returned: { readonly at: Date; readonly by: string; readonly message: string },
  remarks: readonly { readonly criterion: string; readonly text: string }[],
): Promise<void> {
  const { at, by, message } = returned;
  await transaction.response.update({
    where: { id: draftId },
    data: {
      requestedAt: null,
      requestedBy: null,
      requestedById: null,
      requestMessage: '',
      returnedAt: at,
      returnedBy: by,
      returnMessage: message,
    },
  });
  await transaction.remark.deleteMany({ where: { responseId: draftId } });
  await transaction.remark.createMany({
    data: remarks.map((remark) => ({ ...remark, responseId: draftId, writtenAt: at, writtenBy: by })),
  });
}
