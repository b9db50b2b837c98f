/**
 * How PostgreSQL plans, wherever it runs. Pages are in memory or on a solid disk: one reached by an index costs what one read in order
 * costs. Told otherwise (4, for disks that turn), it reads every company's products to join those of one. And a page's queries end
 * before they are worth compiling.
 */
export const planning: readonly string[] = ['random_page_cost=1.1', 'jit=off'];
