import { agencyProcedure, personProcedure, router, signedInProcedure } from '../api/trpc.ts';
import { changeRoleInput, grantRole, withdrawRole } from './change-role.ts';
import { addPerson, createPersonInput, createPersonOutput } from './create-person.ts';
import { getPerson, personInput } from './get-person.ts';
import { listPeopleInput, listPeopleOutput, listVisiblePeople } from './list-people.ts';
import { personOutput } from './person-output.ts';
import { resetSecondFactor } from './reset-second-factor.ts';
import { sendLink, sendLinkOutput } from './send-link.ts';
import { setDisabled, setDisabledInput } from './set-disabled.ts';
import { bindIdentity, setIdentityInput } from './set-identity.ts';
import { changePerson, doneOutput, updatePersonInput } from './update-person.ts';

/** Accounts and roles, for those who keep them. */
export const peopleRouter = router({
  list: signedInProcedure('people.read')
    .input(listPeopleInput)
    .output(listPeopleOutput)
    .query(({ ctx, input }) => listVisiblePeople(ctx, input)),
  get: personProcedure('people.read')
    .input(personInput)
    .output(personOutput)
    .query(({ ctx }) => getPerson(ctx)),
  create: agencyProcedure('people.manage')
    .input(createPersonInput)
    .output(createPersonOutput)
    .mutation(({ ctx, input }) => addPerson(ctx, input)),
  update: personProcedure('people.manage')
    .input(updatePersonInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => changePerson(ctx, input)),
  sendLink: personProcedure('people.manage')
    .input(personInput)
    .output(sendLinkOutput)
    .mutation(({ ctx }) => sendLink(ctx)),
  setDisabled: personProcedure('people.manage')
    .input(setDisabledInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => setDisabled(ctx, input)),
  resetSecondFactor: personProcedure('people.manage')
    .input(personInput)
    .output(doneOutput)
    .mutation(({ ctx }) => resetSecondFactor(ctx)),
  setIdentity: personProcedure('people.manage')
    .input(setIdentityInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => bindIdentity(ctx, input)),
  grantRole: agencyProcedure('people.manage')
    .input(changeRoleInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => grantRole(ctx, input)),
  withdrawRole: agencyProcedure('people.manage')
    .input(changeRoleInput)
    .output(doneOutput)
    .mutation(({ ctx, input }) => withdrawRole(ctx, input)),
});
