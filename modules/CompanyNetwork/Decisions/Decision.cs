using FluentValidation;
using InclusionPlatform.Shared.Http;

namespace InclusionPlatform.CompanyNetwork.Decisions;

/// <summary>What is written of a decision.</summary>
/// <param name="Decided">What was decided.</param>
/// <param name="OwnerUserId">The colleague who sees to it, or null.</param>
/// <param name="OwnerPersonId">The person of a body who sees to it, or null: exactly one of the two.</param>
/// <param name="DueOn">By when; not before the meeting.</param>
internal sealed record DecisionData(string Decided, Guid? OwnerUserId, Guid? OwnerPersonId, DateOnly DueOn);

/// <summary>A decision of a meeting.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Version">Its version.</param>
/// <param name="MeetingId">The meeting that took it.</param>
/// <param name="MeetingDay">Its day.</param>
/// <param name="TableId">The table.</param>
/// <param name="TableName">Its name.</param>
/// <param name="Decided">What was decided.</param>
/// <param name="OwnerUserId">The colleague who sees to it.</param>
/// <param name="OwnerPersonId">Or the person of a body.</param>
/// <param name="OwnerName">Their name.</param>
/// <param name="OwnerBodyName">The body of that person.</param>
/// <param name="DueOn">By when.</param>
/// <param name="IsLate">Its day has passed and it is not done.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="DoneByName">Who said so.</param>
/// <param name="IsMine">It is the reader's own.</param>
internal sealed record Decision(
    Guid Id, int Version, Guid MeetingId, DateOnly MeetingDay, Guid TableId, string TableName, string Decided, Guid? OwnerUserId, Guid? OwnerPersonId, string? OwnerName, string? OwnerBodyName,
    DateOnly DueOn, bool IsLate, DateTimeOffset? DoneAt, string? DoneByName, bool IsMine) : IVersioned;

/// <summary>A decision's row.</summary>
internal sealed record DecisionRow(
    Guid Id, int Version, Guid MeetingId, DateOnly MeetingDay, Guid TableId, string TableName, DateTimeOffset? ApprovedAt, string Decided, Guid? OwnerUserId, Guid? OwnerPersonId, string? PersonName, string? BodyName,
    DateOnly DueOn, DateTimeOffset? DoneAt, string? DoneByName);

internal sealed class DecisionDataValidator : AbstractValidator<DecisionData>
{
    private static readonly DecisionDataValidator Instance = new();

    public DecisionDataValidator()
    {
        RuleFor(decision => decision.Decided).NotEmpty().MaximumLength(1000);
        RuleFor(decision => decision.OwnerUserId).Must((decision, user) => user is null != decision.OwnerPersonId is null).WithErrorCode("decision.one-owner")
            .WithMessage(_ => new Words("Indicare chi se ne occupa: un collega oppure una persona di un ente.", "Say who sees to it: a colleague or a person of a body.").ToString());
        RuleFor(decision => decision.DueOn).NotEmpty().IsLikelyDay();
    }

    public static void Check(DecisionData decision, Action<FluentValidation.Results.ValidationFailure> tell) => Instance.Validate(decision).Errors.ForEach(tell);
}
