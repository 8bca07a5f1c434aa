using FluentValidation;

namespace InclusionPlatform.CompanyNetwork.Companies;

/// <summary>What holds for every action on companies chosen in a list.</summary>
internal static class ChosenCompanies
{
    /// <summary>More than a person can have meant by ticking them.</summary>
    public const int Most = 500;

    public static Words TooMany { get; } = new Words(
        "Si possono scegliere al massimo {0} aziende per volta: ripetere l'operazione su meno righe.",
        "At most {0} companies can be chosen at once: repeat it on fewer rows.").With(Most);

    public static Words None { get; } = new(
        "Non è stata scelta nessuna azienda: spuntarne almeno una nell'elenco.",
        "No company was chosen: tick at least one in the list.");

    /// <summary>One at least and not too many.</summary>
    public static void AreChosen<T>(this IRuleBuilder<T, IReadOnlyList<Guid>> ids)
    {
        ids.Must(chosen => chosen.Count > 0).WithErrorCode("companies.none-chosen").WithMessage(_ => None.ToString());
        ids.Must(chosen => chosen.Count <= Most).WithErrorCode("companies.too-many-chosen").WithMessage(_ => TooMany.ToString());
    }
}

/// <summary>Why nothing was done to a chosen company.</summary>
internal enum LeftOutReason
{
    /// <summary>It is not in the bank any more.</summary>
    Missing,

    Archived,

    /// <summary>It would carry more tags than a company may.</summary>
    TooManyTags,

    /// <summary>It asked not to be called.</summary>
    DoNotCall,
}

/// <summary>A chosen company to which nothing was done. <c>Name</c>: null when it is missing.</summary>
/// <param name="Name">The legal name; null if there is no such company.</param>
internal sealed record LeftOutCompany(Guid Id, string? Name, LeftOutReason Reason);

/// <summary>What an action on chosen companies did.</summary>
/// <param name="Changed">How many were changed.</param>
/// <param name="Already">How many were so already; nothing happened to them.</param>
/// <param name="LeftOut">Those to which it could not be done, and why.</param>
internal sealed record ChosenOutcome(int Changed, int Already, IReadOnlyList<LeftOutCompany> LeftOut);
