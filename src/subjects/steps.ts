import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { declarationErrors } from '../forms/models.ts';
import { answersIn, fieldName } from '../forms/read.ts';
import { Invalid } from '../domain/errors.ts';
import type { DeclaredAnswers } from '../domain/profile/profile.ts';
import { type Form, questionsOf } from '../domain/referential/form.ts';
