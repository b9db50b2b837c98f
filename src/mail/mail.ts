/** What a mail says, before it is laid out. French, plain sentences; at most one thing to do. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Small print after the action: how long the link holds, what to do when one asked for nothing. */
  readonly notes?: readonly string[];
}

const SIGNATURE = ['L’équipe Convergence', 'Agence du Numérique en Santé'];

export function asText(mail: Mail, support: string): string {
  const blocks = [
    'Bonjour,',
    ...mail.paragraphs,
    ...(mail.action === undefined ? [] : [`${mail.action.label} :\n${mail.action.url}`]),
    ...(mail.notes ?? []),
    SIGNATURE.join('\n'),
    `Ce message est envoyé automatiquement. Pour toute question : ${support}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}
