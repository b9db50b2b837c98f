import type { Profile } from '../profile/profile.ts';
import type { Condition } from './condition.ts';

/** Total: a question without an answer equals no option and includes none. */
export function evaluate(condition: Condition, profile: Profile): boolean {
  switch (condition.kind) {
    case 'in': {
      const value = profile.values.get(condition.question);
      return typeof value === 'string' && condition.options.includes(value);
    }
    case 'includes': {
      const value = profile.values.get(condition.question);
      return Array.isArray(value) && value.some((option) => condition.options.includes(option));
    }
    case 'answered':
      return profile.values.has(condition.question);
    case 'all':
      return condition.of.every((part) => evaluate(part, profile));
    case 'any':
      return condition.of.some((part) => evaluate(part, profile));
    case 'not':
      return !evaluate(condition.of, profile);
  }
}

/** null stands for "always". */
export function holds(condition: Condition | null, profile: Profile): boolean {
  return condition === null || evaluate(condition, profile);
}
