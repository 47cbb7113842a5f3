CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"digest" text NOT NULL,
	"is_public" boolean NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_by_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_by_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "comment_threadId_position_unique" UNIQUE("thread_id","position")
);
--> statement-breakpoint
CREATE TABLE "comment_thread" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"anchor" jsonb NOT NULL,
	"follow_up" boolean NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by_name" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"report_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"field" text,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "presence_report_id_user_id_pk" PRIMARY KEY("report_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "scheduled_publication" (
	"id" uuid NOT NULL,
	"report_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"digest" text NOT NULL,
	"scheduled_at" timestamp with time zone NOT NULL,
	"scheduled_by" text NOT NULL,
	CONSTRAINT "scheduled_publication_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "attachments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "acceptances" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_comment_thread_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."comment_thread"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_publication" ADD CONSTRAINT "scheduled_publication_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_publication" ADD CONSTRAINT "scheduled_publication_scheduled_by_user_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_report_id_index" ON "attachment" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "attachment_digest_index" ON "attachment" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "comment_thread_report_id_index" ON "comment_thread" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "publication_attachments" ON "publication" USING gin ("attachments" jsonb_path_ops);--> statement-breakpoint
ALTER TABLE "presence" SET UNLOGGED;
