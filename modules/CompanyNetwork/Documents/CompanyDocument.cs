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

/// <summary>Whether a document still counts.</summary>
internal enum DocumentState
{
    Valid,
    Expiring,
    Expired,

    /// <summary>A later one of its kind has taken its place.</summary>
    Replaced,
}

/// <summary>A document of a company.</summary>
internal sealed record CompanyDocument(
    Guid Id, CompanyDocumentKind Kind, string Title, string FileName, string ContentType, int Bytes, DateOnly? ValidFrom, DateOnly? ValidUntil, DocumentState State, DateTimeOffset AddedAt,
    string AddedByName);

/// <summary>A document's row.</summary>
internal sealed record CompanyDocumentRow(
    Guid Id, CompanyDocumentKind Kind, string Title, DateOnly? ValidFrom, DateOnly? ValidUntil, DateTimeOffset AddedAt, string AddedByName);
