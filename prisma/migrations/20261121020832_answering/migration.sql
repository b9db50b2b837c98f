-- CreateEnum
CREATE TYPE "FileState" AS ENUM ('READY', 'WAITING', 'QUARANTINED');

-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "dependsOnOption" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Response" ADD COLUMN     "requestMessage" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "requestedById" UUID,
ADD COLUMN     "returnMessage" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "returnedAt" TIMESTAMPTZ(3),
ADD COLUMN     "returnedBy" TEXT;

-- AlterTable
ALTER TABLE "StoredFile" ADD COLUMN     "companyId" UUID,
ADD COLUMN     "finding" TEXT,
ADD COLUMN     "scannedAt" TIMESTAMPTZ(3),
ADD COLUMN     "state" "FileState" NOT NULL DEFAULT 'READY';

-- CreateTable
CREATE TABLE "SectionSwitch" (
    "responseId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "switchedAt" TIMESTAMPTZ(3) NOT NULL,
    "switchedById" UUID NOT NULL,
    "switchedBy" TEXT NOT NULL,

    CONSTRAINT "SectionSwitch_pkey" PRIMARY KEY ("responseId","section")
);

-- CreateTable
CREATE TABLE "Remark" (
    "responseId" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenBy" TEXT NOT NULL,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("responseId","criterion")
);

-- CreateTable
CREATE TABLE "Proof" (
    "id" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "questionnaire" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "final" BOOLEAN NOT NULL DEFAULT false,
    "depositedAt" TIMESTAMPTZ(3) NOT NULL,
    "depositedById" UUID NOT NULL,
    "depositedBy" TEXT NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "archivedBy" TEXT,

    CONSTRAINT "Proof_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Proof_subjectId_questionnaire_criterion_idx" ON "Proof"("subjectId", "questionnaire", "criterion");

-- CreateIndex
CREATE INDEX "Proof_fileId_idx" ON "Proof"("fileId");

-- CreateIndex
CREATE INDEX "StoredFile_state_idx" ON "StoredFile"("state");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_companyId_sha256_key" ON "StoredFile"("companyId", "sha256");

-- AddForeignKey
ALTER TABLE "SectionSwitch" ADD CONSTRAINT "SectionSwitch_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proof" ADD CONSTRAINT "Proof_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proof" ADD CONSTRAINT "Proof_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an answer left to count anew is found at once.
CREATE INDEX "Enrolment_stale" ON "Enrolment" ("id") WHERE "computedFor" = '';

UPDATE "Answer" SET "dependsOnOption" = true WHERE "optionId" IS NOT NULL;
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_option" CHECK ("optionId" IS NULL OR "dependsOnOption");
