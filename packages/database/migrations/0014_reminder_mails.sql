ALTER TABLE "notification" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "reminder_mails" boolean DEFAULT true NOT NULL;