-- AlterTable
ALTER TABLE "RequestPaper" ADD COLUMN     "issuedOn" DATE;

-- CreateIndex
CREATE INDEX "AuditEvent_target_seq_idx" ON "AuditEvent"("target", "seq");
