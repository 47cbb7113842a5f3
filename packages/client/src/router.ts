// What the API takes and gives, printed by `npm run docs` from the schemas of the server. Not to be edited.
import type { TRPCBuiltRouter, TRPCMutationProcedure, TRPCQueryProcedure } from '@trpc/server';

export type Block =
  | {
      kind: 'heading';
      level: number;
      text: string;
    }
  | {
      kind: 'paragraph';
      text: string;
    }
  | {
      kind: 'list';
      ordered: boolean;
      /**
       * @maxItems 1000
       */
      items: string[];
    }
  | {
      kind: 'table';
      caption: string | null;
      headRows: number;
      /**
       * @maxItems 5000
       */
      rows: string[][];
    }
  | {
      kind: 'image';
      source: string;
      alt: string;
    }
  | {
      kind: 'localRow';
      label: string;
      /**
       * @maxItems 50
       */
      values: string[];
    };
export type CellValue =
  | number
  | null
  | '/'
  | {
      unreadable: string;
    };
export type Change =
  | {
      kind: 'fact';
      key: string;
      value: CellValue;
    }
  | (
      | {
          kind: 'head';
          field: 'title';
          value: string;
        }
      | {
          kind: 'head';
          field: 'writtenOn';
          value: string | null;
        }
      | {
          kind: 'head';
          field: 'indexNumber';
          value: string | null;
        }
      | {
          kind: 'head';
          field: 'contact';
          value: Contact | null;
        }
    )
  | {
      kind: 'preface';
      /**
       * @maxItems 1000
       */
      blocks: Block[];
    }
  | {
      kind: 'section';
      position: number;
      title: string;
      /**
       * @maxItems 5000
       */
      blocks: Block[];
    };
export type SessionMeOutput = {
  user: {
    id: string;
    name: string;
    username: string;
  };
  memberships: {
    agencyId: string;
    agencyName: string;
    role: 'editor' | 'agencyHead' | 'reviewer' | 'administrator' | 'auditor' | 'service';
    scopes?: (
      | 'published.read'
      | 'agency.read'
      | 'agency.manage'
      | 'people.read'
      | 'people.manage'
      | 'campaign.read'
      | 'campaign.manage'
      | 'settings.manage'
      | 'report.read'
      | 'report.create'
      | 'report.edit'
      | 'report.submit'
      | 'report.withdraw'
      | 'report.return'
      | 'report.approve'
      | 'report.unapprove'
      | 'report.publish'
      | 'report.correct'
      | 'report.accept'
      | 'report.unaccept'
      | 'report.comment'
      | 'rollUp.read'
      | 'similarity.read'
      | 'bulk.read'
      | 'token.manage'
      | 'webhook.manage'
      | 'job.manage'
      | 'audit.read'
    )[];
  }[];
} | null;
export type AccountSessionsOutput = {
  id: string;
  createdAt: string;
  usedAt: string;
  address: string;
  browser: string;
  current: boolean;
}[];
export type TokensListOutput = {
  id: string;
  name: string;
  agencyId: string;
  agencyName: string;
  scopes: ('agency.read' | 'campaign.read' | 'report.read' | 'report.create' | 'report.edit' | 'rollUp.read')[];
  ending: string;
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}[];
export type AgenciesListOutput = Agency[];
export type ReportsListOutput = {
  id: string;
  agencyId: string;
  agencyName: string;
  agencyKind:
    | (
        | 'government'
        | 'department'
        | 'township'
        | 'subdistrict'
        | 'verticalBody'
        | 'internalBody'
        | 'coordinatingBody'
        | 'empoweredOrganisation'
      )
    | null;
  year: number;
  format: ('2019' | '2021') | null;
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | 'corrected';
  revision: number;
  updatedAt: string;
  updatedBy: string | null;
  counts: {
    errors: number;
    warnings: number;
    explained: number;
    notices: number;
  };
  submitBy: string;
  due: string;
  overdue: boolean;
}[];
export type ReportsFieldHistoryOutput = {
  at: string;
  by: string | null;
  action: string;
  label: Text;
  revision: number | null;
  before: unknown;
  after: unknown;
  file: string | null;
}[];
export type CampaignsListOutput = {
  id: string;
  agencyId: string;
  agencyName: string;
  year: number;
  deadlines: {
    departments: {
      submitBy: string;
      publishBy: string;
    };
    governments: {
      submitBy: string;
      publishBy: string;
    };
  };
  note: string | null;
  closed: boolean;
  revision: number;
}[];
export type ExportsListOutput = ExportsStartOutput[];
export type WebhooksListOutput = WebhooksChangeOutput[];
export type WebhooksDeliveriesOutput = {
  id: string;
  event: string;
  createdAt: string;
  attempts: number;
  status: number | null;
  error: string | null;
  deliveredAt: string | null;
}[];
export type JobsListParkedOutput = {
  id: string;
  kind: string;
  label: Text;
  error: string;
  attempts: number;
  createdAt: string;
  parkedAt: string;
}[];

export interface Schemas {
  Agency: Agency;
  Attachment: Attachment;
  Block: Block;
  CellValue: CellValue;
  Change: Change;
  Comparison: Comparison;
  Contact: Contact;
  ErrorBody: ErrorBody;
  Explained: Explained;
  Finding: Finding;
  PublicVersion: PublicVersion;
  Report: Report;
  Section: Section;
  Text: Text;
  WebhookMessage: WebhookMessage;
  Written: Written;
  AccountEndSessionInput: AccountEndSessionInput;
  AccountEndOtherSessionsInput: AccountEndOtherSessionsInput;
  AccountChangePasswordInput: AccountChangePasswordInput;
  AccountSetReminderMailsInput: AccountSetReminderMailsInput;
  AccountRequestResetInput: AccountRequestResetInput;
  AccountReadLinkInput: AccountReadLinkInput;
  AccountSetPasswordInput: AccountSetPasswordInput;
  PeopleListInput: PeopleListInput;
  PeopleGetInput: PeopleGetInput;
  PeopleCreateInput: PeopleCreateInput;
  PeopleUpdateInput: PeopleUpdateInput;
  PeopleSetDisabledInput: PeopleSetDisabledInput;
  PeopleSetIdentityInput: PeopleSetIdentityInput;
  PeopleGrantRoleInput: PeopleGrantRoleInput;
  TokensCreateInput: TokensCreateInput;
  TokensRevokeInput: TokensRevokeInput;
  AgenciesListInput: AgenciesListInput;
  AgenciesGetInput: AgenciesGetInput;
  AgenciesCreateInput: AgenciesCreateInput;
  AgenciesChangeInput: AgenciesChangeInput;
  AgenciesMoveInput: AgenciesMoveInput;
  AgenciesEndInput: AgenciesEndInput;
  AgenciesRenameInput: AgenciesRenameInput;
  AgenciesMergeInput: AgenciesMergeInput;
  AgenciesSplitInput: AgenciesSplitInput;
  AgenciesUndoSuccessionInput: AgenciesUndoSuccessionInput;
  ReportsListInput: ReportsListInput;
  ReportsCreateInput: ReportsCreateInput;
  ReportsGetInput: ReportsGetInput;
  ReportsSaveInput: ReportsSaveInput;
  ReportsExplainInput: ReportsExplainInput;
  ReportsUnexplainInput: ReportsUnexplainInput;
  ReportsTakeCarryOverInput: ReportsTakeCarryOverInput;
  ReportsMoveInput: ReportsMoveInput;
  ReportsScheduleInput: ReportsScheduleInput;
  ReportsCancelScheduleInput: ReportsCancelScheduleInput;
  ReportsPresentInput: ReportsPresentInput;
  ReportsFieldHistoryInput: ReportsFieldHistoryInput;
  ReportsCompareInput: ReportsCompareInput;
  CommentsListInput: CommentsListInput;
  CommentsStartInput: CommentsStartInput;
  CommentsReplyInput: CommentsReplyInput;
  CommentsEditInput: CommentsEditInput;
  CommentsDeleteInput: CommentsDeleteInput;
  CommentsSettleInput: CommentsSettleInput;
  CommentsFlagInput: CommentsFlagInput;
  AttachmentsListInput: AttachmentsListInput;
  AttachmentsRemoveInput: AttachmentsRemoveInput;
  CampaignsGetInput: CampaignsGetInput;
  CampaignsOpenInput: CampaignsOpenInput;
  CampaignsChangeInput: CampaignsChangeInput;
  CampaignsSetDueInput: CampaignsSetDueInput;
  CampaignsExtendInput: CampaignsExtendInput;
  ExportsStartInput: ExportsStartInput;
  ExportsGetInput: ExportsGetInput;
  ExportsListInput: ExportsListInput;
  NotificationsListInput: NotificationsListInput;
  NotificationsMarkReadInput: NotificationsMarkReadInput;
  AuditListInput: AuditListInput;
  WebhooksListInput: WebhooksListInput;
  WebhooksCreateInput: WebhooksCreateInput;
  WebhooksChangeInput: WebhooksChangeInput;
  WebhooksRemoveInput: WebhooksRemoveInput;
  WebhooksRedeliverInput: WebhooksRedeliverInput;
  ImportsAcceptInput: ImportsAcceptInput;
  JobsSettleParkedInput: JobsSettleParkedInput;
  RollUpGetInput: RollUpGetInput;
  RollUpOpenInput: RollUpOpenInput;
  RollUpStateInput: RollUpStateInput;
  RollUpTakeInput: RollUpTakeInput;
  RollUpSetAdditionsInput: RollUpSetAdditionsInput;
  SimilarityListInput: SimilarityListInput;
  SimilarityCompareInput: SimilarityCompareInput;
  SearchAllInput: SearchAllInput;
  PublishedListInput: PublishedListInput;
  PublishedGetInput: PublishedGetInput;
  PublishedCompareInput: PublishedCompareInput;
  SessionMeOutput: SessionMeOutput;
  SessionOptionsOutput: SessionOptionsOutput;
  AccountGetOutput: AccountGetOutput;
  AccountSessionsOutput: AccountSessionsOutput;
  AccountEndSessionOutput: AccountEndSessionOutput;
  AccountSetReminderMailsOutput: AccountSetReminderMailsOutput;
  AccountRequestResetOutput: AccountRequestResetOutput;
  AccountReadLinkOutput: AccountReadLinkOutput;
  AccountSetPasswordOutput: AccountSetPasswordOutput;
  PeopleListOutput: PeopleListOutput;
  PeopleGetOutput: PeopleGetOutput;
  PeopleCreateOutput: PeopleCreateOutput;
  PeopleUpdateOutput: PeopleUpdateOutput;
  PeopleSendLinkOutput: PeopleSendLinkOutput;
  TokensListOutput: TokensListOutput;
  TokensCreateOutput: TokensCreateOutput;
  TokensRevokeOutput: TokensRevokeOutput;
  AgenciesListOutput: AgenciesListOutput;
  AgenciesGetOutput: AgenciesGetOutput;
  AgenciesHistoryOutput: AgenciesHistoryOutput;
  AgenciesRenameOutput: AgenciesRenameOutput;
  AgenciesMergeOutput: AgenciesMergeOutput;
  AgenciesPreviewTableOutput: AgenciesPreviewTableOutput;
  AgenciesApplyTableOutput: AgenciesApplyTableOutput;
  AgenciesUndoSuccessionOutput: AgenciesUndoSuccessionOutput;
  ReportsListOutput: ReportsListOutput;
  ReportsCreateOutput: ReportsCreateOutput;
  ReportsGetOutput: ReportsGetOutput;
  ReportsMoveOutput: ReportsMoveOutput;
  ReportsScheduleOutput: ReportsScheduleOutput;
  ReportsCancelScheduleOutput: ReportsCancelScheduleOutput;
  ReportsPresentOutput: ReportsPresentOutput;
  ReportsFieldHistoryOutput: ReportsFieldHistoryOutput;
  CommentsListOutput: CommentsListOutput;
  CommentsStartOutput: CommentsStartOutput;
  AttachmentsListOutput: AttachmentsListOutput;
  AttachmentsRemoveOutput: AttachmentsRemoveOutput;
  CampaignsListOutput: CampaignsListOutput;
  CampaignsGetOutput: CampaignsGetOutput;
  CampaignsOpenOutput: CampaignsOpenOutput;
  CampaignsChangeOutput: CampaignsChangeOutput;
  CampaignsSetDueOutput: CampaignsSetDueOutput;
  ExportsStartOutput: ExportsStartOutput;
  ExportsListOutput: ExportsListOutput;
  NotificationsListOutput: NotificationsListOutput;
  NotificationsMarkReadOutput: NotificationsMarkReadOutput;
  AuditListOutput: AuditListOutput;
  WebhooksListOutput: WebhooksListOutput;
  WebhooksCreateOutput: WebhooksCreateOutput;
  WebhooksChangeOutput: WebhooksChangeOutput;
  WebhooksRemoveOutput: WebhooksRemoveOutput;
  WebhooksDeliveriesOutput: WebhooksDeliveriesOutput;
  WebhooksRedeliverOutput: WebhooksRedeliverOutput;
  ImportsReadOutput: ImportsReadOutput;
  JobsListParkedOutput: JobsListParkedOutput;
  JobsSettleParkedOutput: JobsSettleParkedOutput;
  RollUpGetOutput: RollUpGetOutput;
  RollUpOpenOutput: RollUpOpenOutput;
  RollUpStateOutput: RollUpStateOutput;
  RollUpTakeOutput: RollUpTakeOutput;
  RollUpSetAdditionsOutput: RollUpSetAdditionsOutput;
  SimilarityListOutput: SimilarityListOutput;
  SimilarityCompareOutput: SimilarityCompareOutput;
  SearchAllOutput: SearchAllOutput;
  PublishedListOutput: PublishedListOutput;
  PublishedSearchOutput: PublishedSearchOutput;
  PublishedGetOutput: PublishedGetOutput;
}
export interface Agency {
  id: string;
  parentId: string | null;
  name: string;
  formerNames: {
    until: number;
    name: string;
  }[];
  kind:
    | (
        | 'government'
        | 'department'
        | 'township'
        | 'subdistrict'
        | 'verticalBody'
        | 'internalBody'
        | 'coordinatingBody'
        | 'empoweredOrganisation'
      )
    | null;
  level: ('national' | 'provincial' | 'prefectural' | 'county' | 'township') | null;
  regionCode: string | null;
  creditCode: string | null;
  mayMakeRegulations: boolean | null;
  powers: {
    licences: boolean;
    penalties: boolean;
    coercions: boolean;
  } | null;
  position: number;
  endedAfter: number | null;
}
export interface Attachment {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  digest: string;
  public: boolean;
  uploadedAt: string;
  uploadedBy: string;
}
export interface Contact {
  name: string | null;
  address: string | null;
  postcode: string | null;
  /**
   * @maxItems 20
   */
  phones: string[];
  /**
   * @maxItems 20
   */
  emails: string[];
}
export interface Comparison {
  cells: {
    key: string;
    before: CellValue;
    after: CellValue;
  }[];
  head: {
    field: string;
    before: string | Contact | null;
    after: string | Contact | null;
  }[];
  sections: {
    change: 'none' | 'changed' | 'added' | 'removed';
    before: {
      section: number | null;
      title: string;
    } | null;
    after: {
      section: number | null;
      title: string;
    } | null;
    blocks: {
      change: 'none' | 'changed' | 'added' | 'removed';
      before: Block | null;
      after: Block | null;
      words:
        | {
            change: 'none' | 'added' | 'removed';
            text: string;
          }[]
        | null;
    }[];
  }[];
  explanations: {
    rule: string;
    instance: string | null;
    change: 'none' | 'changed' | 'added' | 'removed';
    before: string | null;
    after: string | null;
    words:
      | {
          change: 'none' | 'added' | 'removed';
          text: string;
        }[]
      | null;
  }[];
  attachments: {
    added: {
      name: string;
      digest: string;
    }[];
    removed: {
      name: string;
      digest: string;
    }[];
  };
}
export interface ErrorBody {
  code:
    | 'BAD_INPUT'
    | 'NOT_SIGNED_IN'
    | 'SIGN_IN_REFUSED'
    | 'SECOND_FACTOR_NEEDED'
    | 'SECOND_FACTOR_REFUSED'
    | 'TOKEN_REFUSED'
    | 'LINK_REFUSED'
    | 'PASSWORD_REFUSED'
    | 'PROVIDER_NOT_REACHED'
    | 'OWN_ACCESS'
    | 'LAST_ADMINISTRATOR'
    | 'PERSON_EXISTS'
    | 'ACCOUNT_DISABLED'
    | 'NOT_ALLOWED'
    | 'FOREIGN_ORIGIN'
    | 'NOT_FOUND'
    | 'CONFLICT'
    | 'ALREADY_EXISTS'
    | 'CAMPAIGN_EXISTS'
    | 'EXTENSION_IN_PAST'
    | 'MAIL_NOT_SENT_HERE'
    | 'STALE_REVISION'
    | 'NOT_EDITABLE'
    | 'NOTHING_TO_EXPLAIN'
    | 'MOVE_REFUSED'
    | 'NO_ROLL_UP'
    | 'SEARCH_TOO_WIDE'
    | 'AGENCY_REFUSED'
    | 'TREE_CHANGED'
    | 'TREE_REFUSED'
    | 'EXPORTS_UNDER_WAY'
    | 'TOO_LARGE'
    | 'UNREADABLE_FILE'
    | 'ATTACHMENT_REFUSED'
    | 'NOT_YOURS'
    | 'OTHER_FORMAT'
    | 'TOO_MANY_ATTEMPTS'
    | 'BUSY'
    | 'TOO_SLOW'
    | 'DOCUMENT_NOT_WRITTEN'
    | 'INTERNAL';
  httpStatus: number;
  message: Text;
  next: Text;
  requestId: string;
  details: {
    issues?: {
      path: (string | number)[];
      message: string;
    }[];
    conflicts?: {
      field: string;
      mine: Change | string;
      theirs: Change | string;
      by: string | null;
      at: string;
    }[];
    revision?: number;
    refusals?: {
      code: string;
      zh: string;
      en: string;
    }[];
    id?: string;
    reason?: {
      code: string;
      zh: string;
      en: string;
    };
    count?: number;
    retryAfter?: number;
  };
}
export interface Text {
  zh: string;
  en: string;
}
export interface Explained {
  revision: number;
}
export interface Finding {
  rule: string;
  instance: string | null;
  severity: 'error' | 'warning' | 'notice';
  cells: string[];
  expected: number | string | null;
  actual: number | string | null;
  difference: number | null;
  place:
    | (
        | {
            kind: 'text';
            section: 'title' | 'preface' | number;
            sectionId:
              ('overview' | 'proactiveDisclosure' | 'applications' | 'disputes' | 'problems' | 'otherMatters') | null;
            block: number;
            start: number;
            end: number;
            quote: string;
          }
        | {
            kind: 'source';
            part:
              | (
                  | {
                      kind: 'page';
                      page: number;
                    }
                  | {
                      kind: 'sheet';
                      name: string;
                    }
                )
              | null;
            line: number;
            column: number;
            quote: string;
          }
      )
    | null;
  values: {
    [k: string]: string | number | string[];
  };
  repair: {
    cell: string;
    value: number;
  } | null;
}
export interface PublicVersion {
  version: number;
  digest: string;
  note: string | null;
  publishedAt: string;
}
export interface Report {
  agency: string | null;
  year: number | null;
  format: ('2019' | '2021') | null;
  title: string;
  publishedOn: string | null;
  writtenOn: string | null;
  indexNumber: string | null;
  contact: Contact | null;
  /**
   * @maxItems 1000
   */
  preface: Block[];
  /**
   * @maxItems 60
   */
  sections: Section[];
  facts: {
    [k: string]: CellValue;
  };
}
export interface Section {
  id: ('overview' | 'proactiveDisclosure' | 'applications' | 'disputes' | 'problems' | 'otherMatters') | null;
  title: string;
  /**
   * @maxItems 5000
   */
  blocks: Block[];
}
export interface WebhookMessage {
  type: 'report.published' | 'report.corrected';
  timestamp: string;
  data: {
    agencyId: string;
    year: number;
    version: number;
    digest: string;
    note: string | null;
    path: string;
  };
}
export interface Written {
  revision: number;
  savedAt: string;
}
export interface AccountEndSessionInput {
  id: string;
}
export interface AccountEndOtherSessionsInput {}
export interface AccountChangePasswordInput {
  current: string;
  password: string;
}
export interface AccountSetReminderMailsInput {
  reminderMails: boolean;
}
export interface AccountRequestResetInput {
  login: string;
}
export interface AccountReadLinkInput {
  secret: string;
}
export interface AccountSetPasswordInput {
  secret: string;
  password: string;
}
export interface PeopleListInput {
  search?: string;
  agencyId?: string;
  limit?: number;
  offset?: number;
}
export interface PeopleGetInput {
  personId: string;
}
export interface PeopleCreateInput {
  agencyId: string;
  name: string;
  username: string;
  mail?: string | null;
  role?: ('editor' | 'agencyHead' | 'reviewer' | 'administrator' | 'auditor') | null;
}
export interface PeopleUpdateInput {
  personId: string;
  name?: string;
  mail?: string | null;
}
export interface PeopleSetDisabledInput {
  personId: string;
  disabled: boolean;
}
export interface PeopleSetIdentityInput {
  personId: string;
  subject: string | null;
}
export interface PeopleGrantRoleInput {
  agencyId: string;
  personId: string;
  role: 'editor' | 'agencyHead' | 'reviewer' | 'administrator' | 'auditor';
}
export interface TokensCreateInput {
  agencyId: string;
  name: string;
  /**
   * @minItems 1
   * @maxItems 6
   */
  scopes: ('agency.read' | 'campaign.read' | 'report.read' | 'report.create' | 'report.edit' | 'rollUp.read')[];
  days: number;
}
export interface TokensRevokeInput {
  agencyId: string;
  id: string;
}
export interface AgenciesListInput {
  year?: number;
}
export interface AgenciesGetInput {
  agencyId: string;
}
export interface AgenciesCreateInput {
  name: string;
  kind?:
    | (
        | 'government'
        | 'department'
        | 'township'
        | 'subdistrict'
        | 'verticalBody'
        | 'internalBody'
        | 'coordinatingBody'
        | 'empoweredOrganisation'
      )
    | null;
  level?: ('national' | 'provincial' | 'prefectural' | 'county' | 'township') | null;
  regionCode?: string | null;
  creditCode?: string | null;
  mayMakeRegulations?: boolean | null;
  powers?: {
    licences: boolean;
    penalties: boolean;
    coercions: boolean;
  } | null;
  position?: number;
  parentId: string;
}
export interface AgenciesChangeInput {
  name?: string;
  kind?:
    | (
        | 'government'
        | 'department'
        | 'township'
        | 'subdistrict'
        | 'verticalBody'
        | 'internalBody'
        | 'coordinatingBody'
        | 'empoweredOrganisation'
      )
    | null;
  level?: ('national' | 'provincial' | 'prefectural' | 'county' | 'township') | null;
  regionCode?: string | null;
  creditCode?: string | null;
  mayMakeRegulations?: boolean | null;
  powers?: {
    licences: boolean;
    penalties: boolean;
    coercions: boolean;
  } | null;
  position?: number;
  agencyId: string;
}
export interface AgenciesMoveInput {
  agencyId: string;
  parentId: string;
  position?: number;
}
export interface AgenciesEndInput {
  agencyId: string;
  lastYear: number;
}
export interface AgenciesRenameInput {
  agencyId: string;
  name: string;
  fromYear: number;
}
export interface AgenciesMergeInput {
  agencyId: string;
  year: number;
  /**
   * @minItems 1
   * @maxItems 200
   */
  from: string[];
}
export interface AgenciesSplitInput {
  agencyId: string;
  year: number;
  /**
   * @minItems 2
   * @maxItems 200
   */
  to: string[];
}
export interface AgenciesUndoSuccessionInput {
  agencyId: string;
  successionId: string;
}
export interface ReportsListInput {
  year?: number;
  state?: 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | 'corrected';
  search?: string;
}
export interface ReportsCreateInput {
  agencyId: string;
  year: number;
}
export interface ReportsGetInput {
  id: string;
}
export interface ReportsSaveInput {
  id: string;
  revision: number;
  /**
   * @minItems 1
   * @maxItems 1000
   */
  changes: Change[];
}
export interface ReportsExplainInput {
  id: string;
  rule: string;
  instance: string | null;
  mark?: string;
  text: string;
  replaces?: string | null;
}
export interface ReportsUnexplainInput {
  id: string;
  rule: string;
  instance: string | null;
  mark?: string;
}
export interface ReportsTakeCarryOverInput {
  id: string;
  revision: number;
}
export interface ReportsMoveInput {
  id: string;
  revision: number;
  move:
    | 'submit'
    | 'withdraw'
    | 'return'
    | 'approve'
    | 'unapprove'
    | 'accept'
    | 'unaccept'
    | 'publish'
    | 'correct'
    | 'abandonCorrection';
  reason?: string | null;
}
export interface ReportsScheduleInput {
  id: string;
  revision: number;
  at: string;
}
export interface ReportsCancelScheduleInput {
  id: string;
}
export interface ReportsPresentInput {
  id: string;
  field: string | null;
  leaving?: boolean;
}
export interface ReportsFieldHistoryInput {
  id: string;
  field: string;
}
export interface ReportsCompareInput {
  id: string;
  from: number | 'draft';
  to: number | 'draft';
}
export interface CommentsListInput {
  reportId: string;
}
export interface CommentsStartInput {
  reportId: string;
  anchor:
    | {
        kind: 'report';
      }
    | {
        kind: 'cell';
        key: string;
      }
    | {
        kind: 'passage';
        section: number | null;
        quote: string;
        before: string;
        after: string;
      };
  text: string;
  followUp?: boolean;
}
export interface CommentsReplyInput {
  reportId: string;
  threadId: string;
  text: string;
}
export interface CommentsEditInput {
  reportId: string;
  threadId: string;
  commentId: string;
  text: string;
}
export interface CommentsDeleteInput {
  reportId: string;
  threadId: string;
  commentId: string;
}
export interface CommentsSettleInput {
  reportId: string;
  threadId: string;
  resolved: boolean;
}
export interface CommentsFlagInput {
  reportId: string;
  threadId: string;
  followUp: boolean;
}
export interface AttachmentsListInput {
  reportId: string;
}
export interface AttachmentsRemoveInput {
  reportId: string;
  attachmentId: string;
}
export interface CampaignsGetInput {
  campaignId: string;
}
export interface CampaignsOpenInput {
  agencyId: string;
  settings: {
    year: number;
    deadlines: {
      departments: {
        submitBy: string;
        publishBy: string;
      };
      governments: {
        submitBy: string;
        publishBy: string;
      };
    };
    note: string | null;
  };
}
export interface CampaignsChangeInput {
  campaignId: string;
  revision: number;
  deadlines?: {
    departments: {
      submitBy: string;
      publishBy: string;
    };
    governments: {
      submitBy: string;
      publishBy: string;
    };
  };
  note?: string | null;
  closed?: boolean;
}
export interface CampaignsSetDueInput {
  campaignId: string;
  agencyId: string;
  due: boolean;
  reason: string;
}
export interface CampaignsExtendInput {
  campaignId: string;
  agencyId: string;
  until: string | null;
  reason: string;
}
export interface ExportsStartInput {
  campaignId: string;
  /**
   * @minItems 1
   * @maxItems 6
   */
  formats: ('docx' | 'pdf' | 'xlsx' | 'html' | 'csv' | 'json')[];
  which?: 'published' | 'approved';
}
export interface ExportsGetInput {
  campaignId: string;
  exportId: string;
}
export interface ExportsListInput {
  campaignId: string;
}
export interface NotificationsListInput {
  before?: string | null;
  limit?: number;
}
export interface NotificationsMarkReadInput {
  ids?: string[] | null;
}
export interface AuditListInput {
  agencyId: string;
  reportId?: string;
  action?:
    | 'report.create'
    | 'report.save'
    | 'report.import'
    | 'report.rollUp'
    | 'report.rollUpAdditions'
    | 'report.explain'
    | 'report.submit'
    | 'report.withdraw'
    | 'report.return'
    | 'report.approve'
    | 'report.unapprove'
    | 'report.accept'
    | 'report.unaccept'
    | 'report.publish'
    | 'report.schedule'
    | 'report.unschedule'
    | 'report.scheduleFailed'
    | 'report.correct'
    | 'report.abandonCorrection'
    | 'account.signIn'
    | 'account.password'
    | 'account.enrolSecondFactor'
    | 'account.dropSecondFactor'
    | 'account.renewBackupCodes'
    | 'account.endSession'
    | 'account.requestReset'
    | 'account.setPassword'
    | 'person.create'
    | 'person.update'
    | 'person.invite'
    | 'person.reset'
    | 'person.resetSecondFactor'
    | 'person.disable'
    | 'person.enable'
    | 'person.grantRole'
    | 'person.withdrawRole'
    | 'person.setIdentity'
    | 'token.create'
    | 'token.revoke'
    | 'report.carryOver'
    | 'report.rename'
    | 'agency.create'
    | 'agency.change'
    | 'agency.move'
    | 'agency.rename'
    | 'agency.undoRename'
    | 'agency.end'
    | 'agency.reopen'
    | 'agency.merge'
    | 'agency.split'
    | 'agency.undoSuccession'
    | 'campaign.open'
    | 'campaign.change'
    | 'campaign.setDue'
    | 'campaign.extend'
    | 'comment.start'
    | 'comment.reply'
    | 'comment.edit'
    | 'comment.delete'
    | 'comment.resolve'
    | 'comment.reopen'
    | 'comment.flag'
    | 'comment.unflag'
    | 'attachment.add'
    | 'attachment.remove'
    | 'export.start'
    | 'webhook.create'
    | 'webhook.change'
    | 'webhook.remove'
    | 'job.retry'
    | 'job.discard';
  field?: string;
  before?: number;
  limit?: number;
}
export interface WebhooksListInput {
  agencyId: string;
}
export interface WebhooksCreateInput {
  agencyId: string;
  url: string;
  /**
   * @minItems 1
   */
  events: ('report.published' | 'report.corrected')[];
}
export interface WebhooksChangeInput {
  agencyId: string;
  id: string;
  url?: string;
  /**
   * @minItems 1
   */
  events?: ('report.published' | 'report.corrected')[];
  active?: boolean;
}
export interface WebhooksRemoveInput {
  agencyId: string;
  id: string;
}
export interface WebhooksRedeliverInput {
  agencyId: string;
  id: string;
  deliveryId: string;
}
export interface ImportsAcceptInput {
  reportId: string;
  revision: number;
  report: Report;
  source?: {
    file: {
      name: string;
      kind: 'html' | 'text' | 'csv' | 'json' | 'pdf' | 'word' | 'sheet' | 'office' | 'image' | 'unknown';
      digest: string;
    };
    receipt: string;
  };
  /**
   * @maxItems 1000
   */
  keys?: string[];
  parts: {
    text: boolean | ('preface' | number)[];
    head: boolean | ('title' | 'writtenOn' | 'indexNumber' | 'contact')[];
  };
}
export interface JobsSettleParkedInput {
  id: string;
  what: 'retry' | 'discard';
}
export interface RollUpGetInput {
  agencyId: string;
  year: number;
  basis?: 'published' | 'approved';
  includeVertical?: boolean;
  lowerGovernments?: 'asReported' | 'fromMembers';
}
export interface RollUpOpenInput {
  agencyId: string;
  year: number;
  cell: string;
  at?: string;
  basis?: 'published' | 'approved';
  includeVertical?: boolean;
  lowerGovernments?: 'asReported' | 'fromMembers';
}
export interface RollUpStateInput {
  reportId: string;
}
export interface RollUpTakeInput {
  reportId: string;
  revision: number;
  basis?: 'published' | 'approved';
  includeVertical?: boolean;
  lowerGovernments?: 'asReported' | 'fromMembers';
}
export interface RollUpSetAdditionsInput {
  reportId: string;
  /**
   * @maxItems 300
   */
  additions: {
    key: string;
    value: number;
    reason: string;
  }[];
}
export interface SimilarityListInput {
  year: number;
  agencyId?: string;
  threshold?: number;
  kind?: 'all' | 'peers' | 'lastYear';
  page?: number;
}
export interface SimilarityCompareInput {
  reportId: string;
  otherId: string;
}
export interface SearchAllInput {
  query: string;
  /**
   * @minItems 1
   * @maxItems 3
   */
  kinds?: ('agency' | 'narrative' | 'finding')[];
  year?: number;
  page?: number;
}
export interface PublishedListInput {
  search?: string;
  year?: number;
  region?: string;
  page?: number;
}
export interface PublishedGetInput {
  agencyId: string;
  year: number;
  version?: number;
}
export interface PublishedCompareInput {
  agencyId: string;
  year: number;
  from: number;
  to: number;
}
export interface SessionOptionsOutput {
  resetByMail: boolean;
  oidcLabel: string | null;
}
export interface AccountGetOutput {
  name: string;
  username: string;
  mail: string | null;
  secondFactor: boolean;
  reminderMails: boolean;
}
export interface AccountEndSessionOutput {
  ended: number;
}
export interface AccountSetReminderMailsOutput {
  reminderMails: boolean;
}
export interface AccountRequestResetOutput {
  requested: true;
}
export interface AccountReadLinkOutput {
  purpose: 'invitation' | 'reset';
  name: string;
  username: string;
}
export interface AccountSetPasswordOutput {
  username: string;
}
export interface PeopleListOutput {
  people: PeopleGetOutput[];
  total: number;
}
export interface PeopleGetOutput {
  id: string;
  name: string;
  username: string;
  mail: string | null;
  mailVerified: boolean;
  disabled: boolean;
  secondFactor: boolean;
  agencyId: string | null;
  memberships: {
    agencyId: string;
    agencyName: string;
    role: 'editor' | 'agencyHead' | 'reviewer' | 'administrator' | 'auditor';
  }[];
  hasRolesElsewhere: boolean;
}
export interface PeopleCreateOutput {
  id: string;
  link: PeopleSendLinkOutput;
}
export interface PeopleSendLinkOutput {
  delivery: 'mail' | 'shown';
  address: string | null;
  expiresAt: string;
}
export interface PeopleUpdateOutput {
  id: string;
}
export interface TokensCreateOutput {
  id: string;
  token: string;
  expiresAt: string;
}
export interface TokensRevokeOutput {
  id: string;
}
export interface AgenciesGetOutput {
  id: string;
  parentId: string | null;
  name: string;
  formerNames: {
    until: number;
    name: string;
  }[];
  kind:
    | (
        | 'government'
        | 'department'
        | 'township'
        | 'subdistrict'
        | 'verticalBody'
        | 'internalBody'
        | 'coordinatingBody'
        | 'empoweredOrganisation'
      )
    | null;
  level: ('national' | 'provincial' | 'prefectural' | 'county' | 'township') | null;
  regionCode: string | null;
  creditCode: string | null;
  mayMakeRegulations: boolean | null;
  powers: {
    licences: boolean;
    penalties: boolean;
    coercions: boolean;
  } | null;
  position: number;
  endedAfter: number | null;
  permissions: (
    | 'published.read'
    | 'agency.read'
    | 'agency.manage'
    | 'people.read'
    | 'people.manage'
    | 'campaign.read'
    | 'campaign.manage'
    | 'settings.manage'
    | 'report.read'
    | 'report.create'
    | 'report.edit'
    | 'report.submit'
    | 'report.withdraw'
    | 'report.return'
    | 'report.approve'
    | 'report.unapprove'
    | 'report.publish'
    | 'report.correct'
    | 'report.accept'
    | 'report.unaccept'
    | 'report.comment'
    | 'rollUp.read'
    | 'similarity.read'
    | 'bulk.read'
    | 'token.manage'
    | 'webhook.manage'
    | 'job.manage'
    | 'audit.read'
  )[];
}
export interface AgenciesHistoryOutput {
  names: {
    name: string;
    from: number | null;
    until: number | null;
  }[];
  successions: {
    id: string;
    year: number;
    kind: 'replacement' | 'merger' | 'split';
    from: {
      id: string;
      name: string;
    }[];
    to: {
      id: string;
      name: string;
    }[];
  }[];
  began: number | null;
  endedAfter: number | null;
}
export interface AgenciesRenameOutput {
  id: string;
  parentId: string | null;
  name: string;
  formerNames: {
    until: number;
    name: string;
  }[];
  kind:
    | (
        | 'government'
        | 'department'
        | 'township'
        | 'subdistrict'
        | 'verticalBody'
        | 'internalBody'
        | 'coordinatingBody'
        | 'empoweredOrganisation'
      )
    | null;
  level: ('national' | 'provincial' | 'prefectural' | 'county' | 'township') | null;
  regionCode: string | null;
  creditCode: string | null;
  mayMakeRegulations: boolean | null;
  powers: {
    licences: boolean;
    penalties: boolean;
    coercions: boolean;
  } | null;
  position: number;
  endedAfter: number | null;
  keptName: {
    id: string;
    year: number;
  }[];
}
export interface AgenciesMergeOutput {
  successionId: string;
  year: number;
  ended: string[];
}
export interface AgenciesPreviewTableOutput {
  plan: string | null;
  created: number;
  changed: number;
  moved: number;
  unchanged: number;
  steps: {
    row: number;
    id: string | null;
    name: string;
    changes: {
      field: string;
      before: unknown;
      after: unknown;
    }[];
    moved: {
      from: string | null;
      to: string;
    } | null;
  }[];
  issues: {
    row: number | null;
    column: string | null;
    code: string;
    message: {
      zh: string;
      en: string;
    };
    next: {
      zh: string;
      en: string;
    };
  }[];
  issueCount: number;
  ignored: string[];
}
export interface AgenciesApplyTableOutput {
  created: number;
  changed: number;
}
export interface AgenciesUndoSuccessionOutput {
  reopened: string[];
}
export interface ReportsCreateOutput {
  id: string;
}
export interface ReportsGetOutput {
  id: string;
  agency: {
    id: string;
    name: string;
    profile: {
      name: string;
      kind:
        | (
            | 'government'
            | 'department'
            | 'township'
            | 'subdistrict'
            | 'verticalBody'
            | 'internalBody'
            | 'coordinatingBody'
            | 'empoweredOrganisation'
          )
        | null;
      level: ('national' | 'provincial' | 'prefectural' | 'county' | 'township') | null;
      mayMakeRegulations: boolean | null;
      powers: {
        licences: boolean;
        penalties: boolean;
        coercions: boolean;
      } | null;
    };
  };
  year: number;
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | 'corrected';
  revision: number;
  updatedAt: string;
  updatedBy: string | null;
  submitBy: string;
  due: string;
  statutory: string;
  overdue: boolean;
  report: Report;
  prior: Report | null;
  carryOver: {
    from: {
      agencyId: string;
      year: number;
      version: number;
      digest: string;
    }[];
    inForce: {
      agencyId: string;
      year: number;
      version: number;
      digest: string;
    }[];
    outdated: {
      field: string;
      carried: CellValue | string | Contact | Block[];
      published: CellValue | string | Contact | Block[];
      current: CellValue | string | Contact | Block[];
      taken: boolean;
    }[];
  };
  findings: Finding[];
  counts: {
    errors: number;
    warnings: number;
    explained: number;
    notices: number;
  };
  ruleSetVersion: string;
  explanations: {
    rule: string;
    instance: string | null;
    mark: string;
    text: string;
    by: string;
    at: string;
    stands: boolean;
  }[];
  approval: {
    at: string;
    level: {
      id: string;
      name: string | null;
    };
    digest: string;
    stands: boolean;
  } | null;
  acceptances: {
    at: string;
    level: {
      id: string;
      name: string | null;
    };
    digest: string;
    stands: boolean;
  }[];
  schedule: {
    at: string;
    by: string;
  } | null;
  attachments: Attachment[];
  openComments: {
    comments: number;
    followUps: number;
  };
  present: {
    name: string;
    field: string | null;
    seenAt: string;
  }[];
  correctionNote: string | null;
  publications: PublicVersion[];
  history: {
    at: string;
    by: string | null;
    action: string;
    summary: Text;
    fields: string[];
    reason: string | null;
    file: string | null;
  }[];
  moves: {
    move:
      | 'edit'
      | 'submit'
      | 'withdraw'
      | 'return'
      | 'approve'
      | 'unapprove'
      | 'accept'
      | 'unaccept'
      | 'publish'
      | 'correct'
      | 'abandonCorrection';
    allowed: boolean;
    needsReason: boolean;
    refusals: {
      code: string;
      zh: string;
      en: string;
    }[];
  }[];
  documents: {
    id: 'docx' | 'pdf' | 'xlsx' | 'html' | 'csv' | 'json';
    name: Text;
  }[];
  permissions: (
    | 'published.read'
    | 'agency.read'
    | 'agency.manage'
    | 'people.read'
    | 'people.manage'
    | 'campaign.read'
    | 'campaign.manage'
    | 'settings.manage'
    | 'report.read'
    | 'report.create'
    | 'report.edit'
    | 'report.submit'
    | 'report.withdraw'
    | 'report.return'
    | 'report.approve'
    | 'report.unapprove'
    | 'report.publish'
    | 'report.correct'
    | 'report.accept'
    | 'report.unaccept'
    | 'report.comment'
    | 'rollUp.read'
    | 'similarity.read'
    | 'bulk.read'
    | 'token.manage'
    | 'webhook.manage'
    | 'job.manage'
    | 'audit.read'
  )[];
}
export interface ReportsMoveOutput {
  revision: number;
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'published' | 'corrected';
}
export interface ReportsScheduleOutput {
  at: string;
}
export interface ReportsCancelScheduleOutput {
  cancelled: boolean;
}
export interface ReportsPresentOutput {
  others: {
    name: string;
    field: string | null;
    seenAt: string;
  }[];
  again: number;
}
export interface CommentsListOutput {
  threads: CommentsStartOutput[];
}
export interface CommentsStartOutput {
  id: string;
  anchor:
    | {
        kind: 'report';
      }
    | {
        kind: 'cell';
        key: string;
      }
    | {
        kind: 'passage';
        section: number | null;
        quote: string;
        before: string;
        after: string;
      };
  where:
    | (
        | {
            state: 'found' | 'moved' | 'changed';
            section: number | null;
            start: number;
            end: number;
            text: string;
          }
        | {
            state: 'lost';
          }
      )
    | null;
  followUp: boolean;
  resolved: {
    at: string;
    by: string | null;
  } | null;
  comments: {
    id: string;
    text: string | null;
    by: string;
    at: string;
    editedAt: string | null;
    deletedAt: string | null;
    mine: boolean;
    mayEdit: boolean;
  }[];
}
export interface AttachmentsListOutput {
  attachments: Attachment[];
}
export interface AttachmentsRemoveOutput {
  removed: true;
}
export interface CampaignsGetOutput {
  id: string;
  agencyId: string;
  agencyName: string;
  year: number;
  deadlines: {
    departments: {
      submitBy: string;
      publishBy: string;
    };
    governments: {
      submitBy: string;
      publishBy: string;
    };
  };
  note: string | null;
  closed: boolean;
  revision: number;
  openedAt: string;
  openedBy: string;
  nodes: {
    agencyId: string;
    parentId: string | null;
    name: string;
    completeness: {
      due: number;
      progress: {
        [k: string]: number;
      };
      submission: {
        [k: string]: number;
      };
      publication: {
        [k: string]: number;
      };
      missing: {
        agencyId: string;
        name: string;
        progress: 'notStarted' | 'draft' | 'returned' | 'submitted' | 'approved' | 'published';
        overdue: boolean;
      }[];
    };
  }[];
  list: {
    agencyId: string;
    name: string;
    due: boolean;
    reason: string | null;
    submitBy: string;
    publishBy: string;
    extendedTo: string | null;
    extensionReason: string | null;
    reportId: string | null;
    progress: 'notStarted' | 'draft' | 'returned' | 'submitted' | 'approved' | 'published';
    submission: 'onTime' | 'late' | 'open' | 'overdue';
    publication: 'onTime' | 'late' | 'open' | 'overdue';
  }[];
  unlisted: {
    agencyId: string;
    name: string;
  }[];
}
export interface CampaignsOpenOutput {
  id: string;
  due: number;
  notDue: number;
}
export interface CampaignsChangeOutput {
  revision: number;
}
export interface CampaignsSetDueOutput {
  agencyId: string;
  due: boolean;
  reason: string | null;
  extendedTo: string | null;
  extensionReason: string | null;
}
export interface ExportsStartOutput {
  id: string;
  campaignId: string;
  formats: ('docx' | 'pdf' | 'xlsx' | 'html' | 'csv' | 'json')[];
  which: 'published' | 'approved';
  state: 'waiting' | 'running' | 'ready' | 'failed' | 'deleted';
  total: number | null;
  done: number;
  failed: {
    agencyId: string;
    agencyName: string;
    format: string;
    reason: {
      zh: string;
      en: string;
    };
  }[];
  requestedAt: string;
  requestedBy: string;
  finishedAt: string | null;
  file: {
    size: number;
    sha256: string;
    keptUntil: string;
  } | null;
}
export interface NotificationsListOutput {
  unread: number;
  notifications: {
    id: string;
    kind: string;
    zh: string;
    en: string;
    link: string | null;
    at: string;
    read: boolean;
  }[];
}
export interface NotificationsMarkReadOutput {
  unread: number;
}
export interface AuditListOutput {
  events: {
    id: number;
    at: string;
    by: {
      id: string;
      name: string;
    } | null;
    action: string;
    label: Text;
    agencyId: string | null;
    reportId: string | null;
    subject: string | null;
    revision: number | null;
    reason: string | null;
    changes: {
      field: string;
      before: unknown;
      after: unknown;
    }[];
    file: {
      name: string;
      kind: string;
      digest: string;
    } | null;
    door: ('session' | 'token' | 'system') | null;
    address: string | null;
    requestId: string | null;
    hash: string;
  }[];
  next: number | null;
}
export interface WebhooksChangeOutput {
  id: string;
  url: string;
  events: string[];
  active: boolean;
  createdAt: string;
  createdBy: string;
}
export interface WebhooksCreateOutput {
  id: string;
  url: string;
  events: string[];
  active: boolean;
  createdAt: string;
  createdBy: string;
  key: string;
}
export interface WebhooksRemoveOutput {
  id: string;
}
export interface WebhooksRedeliverOutput {
  deliveryId: string;
}
export interface ImportsReadOutput {
  file: {
    name: string;
    kind: 'html' | 'text' | 'csv' | 'json' | 'pdf' | 'word' | 'sheet' | 'office' | 'image' | 'unknown';
    digest: string;
    size: number;
  };
  receipt: string;
  understood: Report;
  figures: {
    key: string;
    text: string;
    part:
      | (
          | {
              kind: 'page';
              page: number;
            }
          | {
              kind: 'sheet';
              name: string;
            }
        )
      | null;
    line: number;
    column: number;
    confidence: number;
    doubts: (
      | 'columnsByValues'
      | 'columnsUnderHeads'
      | 'columnsInOrder'
      | 'rowByPlace'
      | 'rowLabelDiffers'
      | 'digitsTogether'
      | 'orderBySums'
    )[];
    context: {
      index: number;
      cell: number;
    } | null;
  }[];
  lines: {
    index: number;
    part:
      | (
          | {
              kind: 'page';
              page: number;
            }
          | {
              kind: 'sheet';
              name: string;
            }
        )
      | null;
    line: number;
    cells: string[];
  }[];
  missing: string[];
  copy: 'none' | 'unaltered' | 'altered' | 'broken';
  findings: {
    rule: string;
    instance: string | null;
    severity: 'error' | 'warning' | 'notice';
    cells: string[];
    expected: number | string | null;
    actual: number | string | null;
    difference: number | null;
    place:
      | (
          | {
              kind: 'text';
              section: 'title' | 'preface' | number;
              sectionId:
                ('overview' | 'proactiveDisclosure' | 'applications' | 'disputes' | 'problems' | 'otherMatters') | null;
              block: number;
              start: number;
              end: number;
              quote: string;
            }
          | {
              kind: 'source';
              part:
                | (
                    | {
                        kind: 'page';
                        page: number;
                      }
                    | {
                        kind: 'sheet';
                        name: string;
                      }
                  )
                | null;
              line: number;
              column: number;
              quote: string;
            }
        )
      | null;
    values: {
      [k: string]: string | number | string[];
    };
    repair: {
      cell: string;
      value: number;
    } | null;
    stage: 'reading' | 'content';
    source: {
      part:
        | (
            | {
                kind: 'page';
                page: number;
              }
            | {
                kind: 'sheet';
                name: string;
              }
          )
        | null;
      line: number;
      column: number;
    } | null;
    zh: {
      title: string;
      message: string;
      instruction: string;
    } | null;
    en: {
      title: string;
      message: string;
      instruction: string;
    } | null;
    context: {
      index: number;
      cell: number;
    } | null;
  }[];
  differences: {
    key: string;
    draft: CellValue;
    read: CellValue;
  }[];
  otherFormat: boolean;
  otherAgency: boolean;
  otherYear: boolean;
}
export interface JobsSettleParkedOutput {
  id: string;
}
export interface RollUpGetOutput {
  agencyId: string;
  year: number;
  format: '2019' | '2021';
  exact: boolean;
  coverage: {
    reports: number;
    notReported: number;
    missing: string[];
    otherFormat: string[];
    vertical: string[];
  };
  members: {
    agencyId: string;
    name: string;
    role: 'ownOffice' | 'organ' | 'lowerGovernment';
    status: 'reported' | 'fromMembers' | 'missing' | 'otherFormat' | 'vertical' | 'repeated';
    version: number | null;
  }[];
  cells: {
    key: string;
    value: number;
    atLeast: boolean;
    reports: number;
    blank: number;
    notApplicable: number;
    unreadable: number;
  }[];
}
export interface RollUpOpenOutput {
  agencyId: string;
  cell: string;
  value: number;
  atLeast: boolean;
  contributions: {
    agencyId: string;
    name: string;
    role: 'ownOffice' | 'organ' | 'lowerGovernment';
    status: 'reported' | 'fromMembers' | 'missing' | 'otherFormat' | 'vertical' | 'repeated';
    version: number | null;
    value: number | null;
  }[];
}
export interface RollUpStateOutput {
  taken: {
    at: string;
    by: string;
    basis: 'published' | 'approved';
    includeVertical: boolean;
    lowerGovernments: 'asReported' | 'fromMembers';
    coverage: {
      reports: number;
      notReported: number;
      missing: string[];
      otherFormat: string[];
      vertical: string[];
    };
  } | null;
  coverage: {
    reports: number;
    notReported: number;
    missing: string[];
    otherFormat: string[];
    vertical: string[];
  };
  additions: {
    key: string;
    value: number;
    reason: string;
    by: string;
    at: string;
  }[];
  sources: {
    agencyId: string;
    name: string;
    kind: 'added' | 'withdrawn' | 'corrected';
    takenVersion: number | null;
    version: number | null;
    cells: {
      key: unknown;
      before:
        | number
        | null
        | '/'
        | {
            unreadable: string;
          };
      after:
        | number
        | null
        | '/'
        | {
            unreadable: string;
          };
      difference: number;
    }[];
  }[];
  sums: {
    key: unknown;
    before:
      | number
      | null
      | '/'
      | {
          unreadable: string;
        };
    after:
      | number
      | null
      | '/'
      | {
          unreadable: string;
        };
    difference: number;
  }[];
  report: {
    key: unknown;
    before:
      | number
      | null
      | '/'
      | {
          unreadable: string;
        };
    after:
      | number
      | null
      | '/'
      | {
          unreadable: string;
        };
    difference: number;
  }[];
}
export interface RollUpTakeOutput {
  revision: number;
  coverage: {
    reports: number;
    notReported: number;
    missing: string[];
    otherFormat: string[];
    vertical: string[];
  };
  changed: {
    key: unknown;
    before:
      | number
      | null
      | '/'
      | {
          unreadable: string;
        };
    after:
      | number
      | null
      | '/'
      | {
          unreadable: string;
        };
    difference: number;
  }[];
}
export interface RollUpSetAdditionsOutput {
  revision: number;
}
export interface SimilarityListOutput {
  pairs: {
    one: {
      reportId: string;
      agencyId: string;
      agencyName: string;
      year: number;
      standing: 'working' | 'published';
      share: number;
    };
    other: {
      reportId: string;
      agencyId: string;
      agencyName: string;
      year: number;
      standing: 'working' | 'published';
      share: number;
    };
  }[];
  total: number;
  page: number;
  pageSize: number;
}
export interface SimilarityCompareOutput {
  one: {
    reportId: string;
    agencyId: string;
    agencyName: string;
    year: number;
    standing: 'working' | 'published';
    share: number | null;
  };
  other: {
    reportId: string;
    agencyId: string;
    agencyName: string;
    year: number;
    standing: 'working' | 'published';
    share: number | null;
  };
  passages: {
    own: {
      kind: 'text';
      section: ('title' | 'preface') | number;
      sectionId:
        ('overview' | 'proactiveDisclosure' | 'applications' | 'disputes' | 'problems' | 'otherMatters') | null;
      block: number;
      start: number;
      end: number;
      quote: string;
    };
    other: {
      kind: 'text';
      section: ('title' | 'preface') | number;
      sectionId:
        ('overview' | 'proactiveDisclosure' | 'applications' | 'disputes' | 'problems' | 'otherMatters') | null;
      block: number;
      start: number;
      end: number;
      quote: string;
    };
    letters: number;
  }[];
}
export interface SearchAllOutput {
  items: {
    kind: 'agency' | 'narrative' | 'finding';
    agencyId: string;
    agencyName: string;
    year: number | null;
    version: number | null;
    place: string | null;
    title: {
      text: string;
      marks: {
        start: number;
        end: number;
      }[];
    };
    excerpt: {
      text: string;
      marks: {
        start: number;
        end: number;
      }[];
      cutBefore: boolean;
      cutAfter: boolean;
    };
    reportId: string | null;
    standing: 'working' | 'published';
  }[];
  total: number;
  page: number;
  pageSize: number;
}
export interface PublishedListOutput {
  items: {
    agencyId: string;
    agencyName: string;
    regionCode: string | null;
    title: string;
    year: number;
    format: string | null;
    version: number;
    publishedAt: string;
    digest: string;
  }[];
  total: number;
  page: number;
  pageSize: number;
}
export interface PublishedSearchOutput {
  items: {
    kind: 'agency' | 'narrative' | 'finding';
    agencyId: string;
    agencyName: string;
    year: number | null;
    version: number | null;
    place: string | null;
    title: {
      text: string;
      marks: {
        start: number;
        end: number;
      }[];
    };
    excerpt: {
      text: string;
      marks: {
        start: number;
        end: number;
      }[];
      cutBefore: boolean;
      cutAfter: boolean;
    };
  }[];
  total: number;
  page: number;
  pageSize: number;
}
export interface PublishedGetOutput {
  agencyId: string;
  year: number;
  version: number;
  report: Report;
  findings: Finding[];
  explanations: {
    rule: string;
    instance: string | null;
    text: string;
  }[];
  digest: string;
  ruleSetVersion: string;
  note: string | null;
  publishedAt: string;
  attachments: {
    name: string;
    mediaType: string;
    size: number;
    digest: string;
    path: string;
  }[];
  versions: PublicVersion[];
}


interface ErrorShape {
  message: string;
  code: number;
  data: ErrorBody;
}

interface Root {
  ctx: object;
  meta: object;
  errorShape: ErrorShape;
  transformer: false;
}

interface Procedure<Input, Output> {
  input: Input;
  output: Output;
  meta: unknown;
  errorShape: ErrorShape;
}

type Query<Input, Output> = TRPCQueryProcedure<Procedure<Input, Output>>;
type Mutation<Input, Output> = TRPCMutationProcedure<Procedure<Input, Output>>;

/** The router of a nianbao server. */
export type NianbaoRouter = TRPCBuiltRouter<
  Root,
  {
    session: {
      me: Query<void, SessionMeOutput>;
      options: Query<void, SessionOptionsOutput>;
    };
    account: {
      get: Query<void, AccountGetOutput>;
      sessions: Query<void, AccountSessionsOutput>;
      endSession: Mutation<AccountEndSessionInput, AccountEndSessionOutput>;
      endOtherSessions: Mutation<AccountEndOtherSessionsInput, AccountEndSessionOutput>;
      changePassword: Mutation<AccountChangePasswordInput, AccountEndSessionOutput>;
      setReminderMails: Mutation<AccountSetReminderMailsInput, AccountSetReminderMailsOutput>;
      requestReset: Mutation<AccountRequestResetInput, AccountRequestResetOutput>;
      readLink: Mutation<AccountReadLinkInput, AccountReadLinkOutput>;
      setPassword: Mutation<AccountSetPasswordInput, AccountSetPasswordOutput>;
    };
    people: {
      list: Query<PeopleListInput, PeopleListOutput>;
      get: Query<PeopleGetInput, PeopleGetOutput>;
      create: Mutation<PeopleCreateInput, PeopleCreateOutput>;
      update: Mutation<PeopleUpdateInput, PeopleUpdateOutput>;
      sendLink: Mutation<PeopleGetInput, PeopleSendLinkOutput>;
      setDisabled: Mutation<PeopleSetDisabledInput, PeopleUpdateOutput>;
      resetSecondFactor: Mutation<PeopleGetInput, PeopleUpdateOutput>;
      setIdentity: Mutation<PeopleSetIdentityInput, PeopleUpdateOutput>;
      grantRole: Mutation<PeopleGrantRoleInput, PeopleUpdateOutput>;
      withdrawRole: Mutation<PeopleGrantRoleInput, PeopleUpdateOutput>;
    };
    tokens: {
      list: Query<void, TokensListOutput>;
      create: Mutation<TokensCreateInput, TokensCreateOutput>;
      revoke: Mutation<TokensRevokeInput, TokensRevokeOutput>;
    };
    agencies: {
      list: Query<AgenciesListInput | void, AgenciesListOutput>;
      get: Query<AgenciesGetInput, AgenciesGetOutput>;
      history: Query<AgenciesGetInput, AgenciesHistoryOutput>;
      create: Mutation<AgenciesCreateInput, Agency>;
      change: Mutation<AgenciesChangeInput, Agency>;
      move: Mutation<AgenciesMoveInput, Agency>;
      end: Mutation<AgenciesEndInput, Agency>;
      reopen: Mutation<AgenciesGetInput, Agency>;
      rename: Mutation<AgenciesRenameInput, AgenciesRenameOutput>;
      undoRename: Mutation<AgenciesGetInput, Agency>;
      merge: Mutation<AgenciesMergeInput, AgenciesMergeOutput>;
      split: Mutation<AgenciesSplitInput, AgenciesMergeOutput>;
      previewTable: Mutation<FormData, AgenciesPreviewTableOutput>;
      applyTable: Mutation<FormData, AgenciesApplyTableOutput>;
      undoSuccession: Mutation<AgenciesUndoSuccessionInput, AgenciesUndoSuccessionOutput>;
    };
    reports: {
      list: Query<ReportsListInput, ReportsListOutput>;
      create: Mutation<ReportsCreateInput, ReportsCreateOutput>;
      get: Query<ReportsGetInput, ReportsGetOutput>;
      save: Mutation<ReportsSaveInput, Written>;
      explain: Mutation<ReportsExplainInput, Explained>;
      unexplain: Mutation<ReportsUnexplainInput, Explained>;
      takeCarryOver: Mutation<ReportsTakeCarryOverInput, Written>;
      move: Mutation<ReportsMoveInput, ReportsMoveOutput>;
      schedule: Mutation<ReportsScheduleInput, ReportsScheduleOutput>;
      cancelSchedule: Mutation<ReportsCancelScheduleInput, ReportsCancelScheduleOutput>;
      present: Mutation<ReportsPresentInput, ReportsPresentOutput>;
      fieldHistory: Query<ReportsFieldHistoryInput, ReportsFieldHistoryOutput>;
      compare: Query<ReportsCompareInput, Comparison>;
    };
    comments: {
      list: Query<CommentsListInput, CommentsListOutput>;
      start: Mutation<CommentsStartInput, CommentsStartOutput>;
      reply: Mutation<CommentsReplyInput, CommentsStartOutput>;
      edit: Mutation<CommentsEditInput, CommentsStartOutput>;
      delete: Mutation<CommentsDeleteInput, CommentsStartOutput>;
      settle: Mutation<CommentsSettleInput, CommentsStartOutput>;
      flag: Mutation<CommentsFlagInput, CommentsStartOutput>;
    };
    attachments: {
      list: Query<AttachmentsListInput, AttachmentsListOutput>;
      add: Mutation<FormData, Attachment>;
      remove: Mutation<AttachmentsRemoveInput, AttachmentsRemoveOutput>;
    };
    campaigns: {
      list: Query<void, CampaignsListOutput>;
      get: Query<CampaignsGetInput, CampaignsGetOutput>;
      open: Mutation<CampaignsOpenInput, CampaignsOpenOutput>;
      change: Mutation<CampaignsChangeInput, CampaignsChangeOutput>;
      setDue: Mutation<CampaignsSetDueInput, CampaignsSetDueOutput>;
      extend: Mutation<CampaignsExtendInput, CampaignsSetDueOutput>;
    };
    exports: {
      start: Mutation<ExportsStartInput, ExportsStartOutput>;
      get: Query<ExportsGetInput, ExportsStartOutput>;
      list: Query<ExportsListInput, ExportsListOutput>;
    };
    notifications: {
      list: Query<NotificationsListInput, NotificationsListOutput>;
      markRead: Mutation<NotificationsMarkReadInput, NotificationsMarkReadOutput>;
    };
    audit: {
      list: Query<AuditListInput, AuditListOutput>;
    };
    webhooks: {
      list: Query<WebhooksListInput, WebhooksListOutput>;
      create: Mutation<WebhooksCreateInput, WebhooksCreateOutput>;
      change: Mutation<WebhooksChangeInput, WebhooksChangeOutput>;
      remove: Mutation<WebhooksRemoveInput, WebhooksRemoveOutput>;
      deliveries: Query<WebhooksRemoveInput, WebhooksDeliveriesOutput>;
      redeliver: Mutation<WebhooksRedeliverInput, WebhooksRedeliverOutput>;
    };
    imports: {
      read: Mutation<FormData, ImportsReadOutput>;
      accept: Mutation<ImportsAcceptInput, Written>;
    };
    jobs: {
      listParked: Query<void, JobsListParkedOutput>;
      settleParked: Mutation<JobsSettleParkedInput, JobsSettleParkedOutput>;
    };
    rollUp: {
      get: Query<RollUpGetInput, RollUpGetOutput>;
      open: Query<RollUpOpenInput, RollUpOpenOutput>;
      state: Query<RollUpStateInput, RollUpStateOutput>;
      take: Mutation<RollUpTakeInput, RollUpTakeOutput>;
      setAdditions: Mutation<RollUpSetAdditionsInput, RollUpSetAdditionsOutput>;
    };
    similarity: {
      list: Query<SimilarityListInput, SimilarityListOutput>;
      compare: Query<SimilarityCompareInput, SimilarityCompareOutput>;
    };
    search: {
      all: Query<SearchAllInput, SearchAllOutput>;
    };
    published: {
      list: Query<PublishedListInput, PublishedListOutput>;
      search: Query<SearchAllInput, PublishedSearchOutput>;
      get: Query<PublishedGetInput, PublishedGetOutput>;
      compare: Query<PublishedCompareInput, Comparison>;
    };
  }
>;
