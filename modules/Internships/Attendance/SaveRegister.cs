using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Shared.Http;
using MediatR;

namespace InclusionPlatform.Internships.Attendance;

/// <summary>Saves the register of a month, whole: what is not sent is empty from then on.</summary>
internal sealed record SaveRegister(Guid Id, string Month, int Version, IReadOnlyList<WrittenDay>? Days) : ICommand<SavedRegister>;

/// <summary>The days as they are sent.</summary>
internal sealed record WrittenMonth(IReadOnlyList<WrittenDay>? Days);

internal static class SaveRegisterEndpoint
{
    public static void MapSaveRegister(this IEndpointRouteBuilder internships) => internships
        .MapPut("/{id:guid}/attendance/{month}", Handle)
        .WithName("saveRegister")
        .WithSummary("Save the attendance register of a month, whole")
        .RequireRight(InternshipsModule.Write);

    private static async Task<VersionedOk<SavedRegister>> Handle(Guid id, string month, WrittenMonth body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new SaveRegister(id, month, match.Version, body.Days), ct));
}

internal sealed class SaveRegisterValidator : AbstractValidator<SaveRegister>
{
    /// <summary>More days than a month has are a mistake of the caller; each of them is looked at by the rules of days.</summary>
    public const int MostDays = 62;

    public SaveRegisterValidator()
    {
        RuleFor(register => register.Days).NotNull();
        RuleFor(register => register.Days).AreDays();
    }
}

internal static class WrittenDays
{
    /// <summary>Not more than a month has.</summary>
    public static void AreDays<T>(this IRuleBuilder<T, IReadOnlyList<WrittenDay>?> days) => days
        .Must(all => all is null || all.Count <= SaveRegisterValidator.MostDays)
        .WithErrorCode("attendance.too-many-days")
        .WithMessage(_ => new Words("I giorni sono più di quelli di un mese.", "There are more days than a month has.").ToString());
}

internal sealed class SaveRegisterHandler(VisibleInternships internships, RegisterBook book, IAuditTrail audit) : IRequestHandler<SaveRegister, SavedRegister>
{
    public async Task<SavedRegister> Handle(SaveRegister request, CancellationToken cancellationToken)
    {
        var (row, _) = await internships.FindAsync(request.Id, cancellationToken);
        var saved = await book.SaveAsync(RegisterSubject.Of(row), RegisterMonth.Read(request.Month), request.Version, request.Days!, RegisterWriter.Service, cancellationToken);
        audit.Changes("internship", row.Id);
        audit.Changes("beneficiary", row.BeneficiaryId);
        return saved;
    }
}
