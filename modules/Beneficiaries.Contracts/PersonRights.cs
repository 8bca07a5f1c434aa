using System.Text.Json.Nodes;
using InclusionPlatform.Shared;
using MediatR;

namespace InclusionPlatform.Beneficiaries.Contracts;

/// <summary>
/// A person was made anonymous (GDPR art. 5(1)(e), 17): each module takes away, in the same transaction, whatever it holds that tells who it was or what was
/// written of them, and keeps what its statistics count.
/// </summary>
/// <param name="BeneficiaryId">The person; their id stays, and means nobody.</param>
/// <param name="CaseIds">All their cases.</param>
public sealed record PersonAnonymised(Guid BeneficiaryId, IReadOnlyList<Guid> CaseIds) : IEvent;

/// <summary>
/// A copy of what is held on a person is being made (GDPR art. 15 and 20): each module adds the parts that belong to the cases, and no other: what another équipe keeps is not for whoever asks.
/// Whoever asks has been let in by the module of people.
/// </summary>
/// <param name="BeneficiaryId">The person.</param>
/// <param name="CaseIds">Those of their cases that whoever asks sees in full.</param>
/// <param name="Copy">Where the parts go.</param>
public sealed record PersonCopyAsked(Guid BeneficiaryId, IReadOnlyList<Guid> CaseIds, PersonCopy Copy) : INotification;

/// <summary>A copy in the making.</summary>
public sealed class PersonCopy
{
    private readonly List<CopiedPart> parts = [];
    private readonly List<CopiedFile> files = [];

    /// <summary>What was added, in order.</summary>
    public IReadOnlyList<CopiedPart> Parts => parts;

    /// <summary>Documents that go with it.</summary>
    public IReadOnlyList<CopiedFile> Files => files;

    /// <summary>Adds records; of none, no part.</summary>
    /// <param name="code">Stable name of the part, camelCase.</param>
    /// <param name="title">How it is called.</param>
    /// <param name="records">Plain objects: their properties become fields, named in camelCase; nulls are left out.</param>
    /// <param name="glossary">The words of its fields and codes; what it does not say is asked of the words that all parts share.</param>
    public void Add(string code, Words title, IEnumerable<object> records, CopyGlossary? glossary = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        var written = new JsonArray([.. records.Select(CopiedJson.Node)]);
        if (written.Count > 0)
        {
            parts.Add(new(code, title, written, glossary));
        }
    }

    /// <summary>Adds a document of the store.</summary>
    public void Add(CopiedFile file) => files.Add(file);
}

/// <summary>A part of a copy.</summary>
/// <param name="Code">Stable name, camelCase.</param>
/// <param name="Title">How it is called.</param>
/// <param name="Records">Its records.</param>
/// <param name="Glossary">Its own words, if it has any.</param>
public sealed record CopiedPart(string Code, Words Title, JsonArray Records, CopyGlossary? Glossary = null);

/// <summary>A document of a copy.</summary>
/// <param name="DocumentId">In the store of documents.</param>
/// <param name="Part">The part that it belongs to.</param>
public sealed record CopiedFile(Guid DocumentId, string Part);
