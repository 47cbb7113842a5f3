CREATE TABLE "campaign_export" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"formats" jsonb NOT NULL,
	"basis" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"lacking" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"requested_by" text NOT NULL,
	"requested_by_name" text NOT NULL,
	"finished_at" timestamp with time zone,
	"digest" text,
	"size" bigint
);
--> statement-breakpoint
ALTER TABLE "campaign_export" ADD CONSTRAINT "campaign_export_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_export_campaign_id_requested_at_index" ON "campaign_export" USING btree ("campaign_id","requested_at");--> statement-breakpoint
CREATE INDEX "campaign_export_digest_index" ON "campaign_export" USING btree ("digest");