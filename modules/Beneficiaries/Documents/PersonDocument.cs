using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.Beneficiaries.Documents;

/// <summary>What a person's document is.</summary>
internal enum PersonDocumentKind
{
    IdentityDocument,
    ResidencePermit,
    HealthCard,
    DrivingLicence,
    Qualification,
    Curriculum,
    Isee,
    BankProof,
    PrivacyConsent,

    /// <summary>The paper of an attestation; kept with it.</summary>
    Attestation,
    Other,
}

/// <summary>A document of a person.</summary>
/// <param name="Title">What the document is called in lists.</param>
internal sealed record PersonDocument(
    Guid Id, PersonDocumentKind Kind, string Title, string FileName, string ContentType, int Bytes, DateOnly? ValidFrom, DateOnly? ValidUntil, DocumentState State, DateTimeOffset AddedAt,
    string? AddedByName);
