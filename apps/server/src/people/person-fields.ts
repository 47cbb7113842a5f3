import { peopleRoles } from '@nianbao/core';
import { z } from 'zod';
import { mailOf } from '../identity/mail-address.ts';

export const nameField = z.string().trim().min(1).max(60);

/** What people type to sign in: letters, digits, dot and underscore. */
export const usernameField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9_.]{2,60}$/, {
    message: '2 至 60 个小写字母、数字、下划线或点 / 2 to 60 small letters, digits, underscores or dots',
  });

export const mailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .refine((mail) => mailOf(mail) !== null);

export const roleField = z.enum(peopleRoles);
