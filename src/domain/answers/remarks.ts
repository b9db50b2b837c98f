/** Q3: nothing was said of the criterion since whoever validates remarked on it. */
export function isUntouched(
  remark: { readonly writtenAt: Date } | null,
  saved: { readonly answeredAt: Date } | null,
): boolean {
  return remark !== null && (saved === null || saved.answeredAt <= remark.writtenAt);
}
