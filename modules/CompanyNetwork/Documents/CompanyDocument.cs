using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.CompanyNetwork.Documents;

/// <summary>What a company's document is.</summary>
internal enum CompanyDocumentKind
{
    Convention,
    Article14Convention,
    Insurance,
    Durc,
    RiskAssessment,
    ChamberExtract,
    PrivacyConsent,
    Other,
}

/// <summary>A document of a company.</summary>
/// <param name="Title">What the document is called in lists.</param>
internal sealed record CompanyDocument(
    Guid Id, CompanyDocumentKind Kind, string Title, string FileName, string ContentType, int Bytes, DateOnly? ValidFrom, DateOnly? ValidUntil, DocumentState State, DateTimeOffset AddedAt,
    string AddedByName);

/// <summary>A document's row.</summary>
internal sealed record CompanyDocumentRow(
    Guid Id, CompanyDocumentKind Kind, string Title, DateOnly? ValidFrom, DateOnly? ValidUntil, DateTimeOffset AddedAt, string AddedByName);
