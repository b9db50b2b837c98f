-- CreateEnum
CREATE TYPE "PublishedKind" AS ENUM ('QUESTIONNAIRE', 'DEMARCHE');

-- CreateTable
CREATE TABLE "PublishedVersion" (
    "id" UUID NOT NULL,
    "kind" "PublishedKind" NOT NULL,
    "name" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "difference" JSONB,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PublishedVersion_kind_name_number_key" ON "PublishedVersion"("kind", "name", "number");

-- What was published stays as it was: responses rest on it.
CREATE TRIGGER "PublishedVersion_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "PublishedVersion"
FOR EACH STATEMENT EXECUTE FUNCTION "refuseChange"();
