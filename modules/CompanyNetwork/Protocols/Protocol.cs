using FluentValidation;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.Protocols;

/// <summary>What happens when the validity ends.</summary>
internal enum ProtocolRenewal
{
    /// <summary>It ends.</summary>
    None,

    /// <summary>It goes on by itself unless somebody withdraws.</summary>
    Tacit,

    /// <summary>The parties decide.</summary>
    ByAgreement,
}

/// <summary>How a protocol stands today.</summary>
internal enum ProtocolState
{
    /// <summary>Not valid yet.</summary>
    Future,

    /// <summary>Valid.</summary>
    Current,

    /// <summary>Valid, and ends within sixty days.</summary>
    Expiring,

    /// <summary>No longer valid.</summary>
    Expired,
}

/// <summary>What is written of a protocol of understanding.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, or null if it has none.</param>
/// <param name="Renewal">What happens then.</param>
/// <param name="Notes">Where the paper is, and whatever else.</param>
internal sealed record ProtocolData(string Subject, DateOnly ValidFrom, DateOnly? ValidTo, ProtocolRenewal Renewal, string? Notes)
{
    public ProtocolData Tidy() => this with { Subject = Subject.Trim(), Notes = string.IsNullOrWhiteSpace(Notes) ? null : Notes.Trim() };
}

/// <summary>A body that signed.</summary>
/// <param name="PersonId">Id of the person who signed for the body; null if nobody is named.</param>
internal sealed record Signatory(Guid BodyId, string BodyName, Guid? PersonId, string? PersonName, DateOnly SignedOn);

/// <summary>A time the validity was prolonged.</summary>
/// <param name="ByName">Name of who prolonged it.</param>
internal sealed record ProlongedValidity(Guid Id, DateOnly From, DateOnly To, DateTimeOffset At, string ByName);

/// <summary>A protocol of understanding.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="ValidTo">Last day; null if it has none.</param>
internal sealed record Protocol(
    Guid Id, int Version, string Subject, DateOnly ValidFrom, DateOnly? ValidTo, ProtocolRenewal Renewal, string? Notes, ProtocolState State, IReadOnlyList<Signatory> Signatories, IReadOnlyList<ProlongedValidity> Renewals) : IVersioned;

/// <summary>How a protocol stands follows from its days.</summary>
internal static class ProtocolStates
{
    /// <summary>From how many days before its end a protocol is worth a thought.</summary>
    public const int ExpiringDays = 60;

    public static ProtocolState Of(DateOnly from, DateOnly? to, DateOnly today) =>
        to < today ? ProtocolState.Expired
        : from > today ? ProtocolState.Future
        : to <= today.AddDays(ExpiringDays) ? ProtocolState.Expiring
        : ProtocolState.Current;
}

internal sealed class ProtocolDataValidator : AbstractValidator<ProtocolData>
{
    // Before the instance, whose rules read them.
    internal static readonly DateOnly Earliest = new(1980, 1, 1), Latest = new(2100, 12, 31);

    private static readonly ProtocolDataValidator Instance = new();

    public ProtocolDataValidator()
    {
        RuleFor(protocol => protocol.Subject).NotEmpty().MaximumLength(300);
        RuleFor(protocol => protocol.ValidFrom).NotEmpty().InclusiveBetween(Earliest, Latest);
        RuleFor(protocol => protocol.ValidTo).LessThanOrEqualTo(Latest);
        RuleFor(protocol => protocol.ValidTo).Must((protocol, to) => to is null || to >= protocol.ValidFrom).WithErrorCode("protocol.ends-before-start")
            .WithMessage(_ => new Words("Il protocollo finisce prima di cominciare: controllare le due date.", "The protocol ends before it begins: check the two dates.").ToString());
        RuleFor(protocol => protocol.Renewal).IsInEnum();
        RuleFor(protocol => protocol.Notes).MaximumLength(2000);
    }

    public static void Check(ProtocolData protocol, Action<FluentValidation.Results.ValidationFailure> tell) => Instance.Validate(protocol).Errors.ForEach(tell);
}
