using FluentValidation;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Tutors;

/// <summary>Reads the register that a link is for. Opening it changes nothing: mail scanners open every link.</summary>
internal sealed record ReadTutorRegister(string? Code) : IQuery<TutorRegister>;

/// <summary>Saves the register through the link, whole, with the same rules as in the service.</summary>
internal sealed record SaveTutorRegister(string? Code, int Version, IReadOnlyList<WrittenDay>? Days) : ICommand<SavedRegister>;

/// <summary>The tutor signs: with their name, once.</summary>
internal sealed record SignTutorRegister(string? Code, int Version, string? Name) : ICommand<SignedRegister>;

/// <summary>What the tutor sees: the month, and whose it is. No reason of the service's, no health datum.</summary>
internal sealed record TutorRegister(string PersonName, string CompanyName, string ServiceName, DateTimeOffset ExpiresAt, RegisterSheet Sheet) : IVersioned
{
    public int Version => Sheet.Version;
}

internal static class WriteRegisterByLinkEndpoint
{
    private const string StrictRateLimit = "sign-in";

    /// <param name="Code">The secret of the link.</param>
    internal sealed record TutorLinkCode(string? Code);

    /// <param name="Code">The secret of the link.</param>
    internal sealed record TutorMonth(string? Code, IReadOnlyList<WrittenDay>? Days);

    /// <param name="Code">The secret of the link.</param>
    /// <param name="Name">Name and surname, typed as a signature.</param>
    internal sealed record TutorSignature(string? Code, string? Name);

    public static void MapWriteRegisterByLink(this IEndpointRouteBuilder api)
    {
        var registers = api.MapGroup("/public/tutor-registers").WithTags("Internships").AllowAnonymous().RequireRateLimiting(StrictRateLimit);
        registers.MapPost("/sheet", Read).WithName("readTutorRegister").WithSummary("Read the register that a tutor's link is for");
        registers.MapPut("/sheet", Save).WithName("saveTutorRegister").WithSummary("Save a month's register through the tutor's link, whole");
        registers.MapPost("/signature", Sign).WithName("signTutorRegister").WithSummary("Sign a month's register through the tutor's link");
    }

    private static async Task<VersionedOk<TutorRegister>> Read(TutorLinkCode body, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new ReadTutorRegister(body.Code), ct));

    private static async Task<VersionedOk<SavedRegister>> Save(TutorMonth body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        new(await mediator.Send(new SaveTutorRegister(body.Code, match.Version, body.Days), ct));

    private static async Task<Ok<SignedRegister>> Sign(TutorSignature body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SignTutorRegister(body.Code, match.Version, body.Name), ct));
}

internal sealed class SaveTutorRegisterValidator : AbstractValidator<SaveTutorRegister>
{
    public SaveTutorRegisterValidator()
    {
        RuleFor(register => register.Days).NotNull();
        RuleFor(register => register.Days).AreDays();
    }
}

internal sealed class SignTutorRegisterValidator : AbstractValidator<SignTutorRegister>
{
    public SignTutorRegisterValidator() => RuleFor(signature => signature.Name).NotEmpty().MaximumLength(120);
}

internal sealed class WriteRegisterByLinkHandler(TutorLinks links, RegisterReader reader, RegisterBook book, Links.LinkMail mail, INotifications notifications, IAuditTrail audit)
    : IRequestHandler<ReadTutorRegister, TutorRegister>, IRequestHandler<SaveTutorRegister, SavedRegister>, IRequestHandler<SignTutorRegister, SignedRegister>
{
    public async Task<TutorRegister> Handle(ReadTutorRegister request, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(TutorTask.Register, request.Code, cancellationToken);
        audit.Reads("internship", link.Row.Id, "tutor-link");
        audit.Reads("beneficiary", link.Row.BeneficiaryId, "tutor-link");
        var sheet = await reader.SheetAsync(RegisterSubject.Of(link.Row), RegisterMonth.Read(link.Subject), cancellationToken);
        return new(link.Shown.PersonName, link.Shown.CompanyName, mail.ServiceName, link.ExpiresAt, sheet with
        {
            Days = [.. sheet.Days.Select(HealthIsOfTheService.Shown)],
            Tutor = Bare(sheet.Tutor),
            Intern = Bare(sheet.Intern),
            HasScan = false,
            Reopenings = [],
            Previous = null,
            Next = null,
        });
    }

    public async Task<SavedRegister> Handle(SaveTutorRegister request, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(TutorTask.Register, request.Code, cancellationToken);
        var (subject, month) = (RegisterSubject.Of(link.Row), RegisterMonth.Read(link.Subject));
        var sheet = await reader.SheetAsync(subject, month, cancellationToken);
        var days = HealthIsOfTheService.Keep(request.Days!, sheet.Days);
        var saved = await book.SaveAsync(subject, month, request.Version, days, RegisterWriter.Tutor, cancellationToken);
        Changed(link);
        return saved;
    }

    public async Task<SignedRegister> Handle(SignTutorRegister request, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(TutorTask.Register, request.Code, cancellationToken);
        var month = RegisterMonth.Read(link.Subject);
        var signing = new Attendance.Signing(true, false, SignedHow.Link, null) { Name = request.Name!.Trim() };
        var signed = await book.SignAsync(RegisterSubject.Of(link.Row), month, request.Version, signing, cancellationToken);
        await links.UseAsync(link, request.Code, cancellationToken);
        Changed(link);
        await notifications.NotifyAsync([link.Row.PromoterTutorId], "register.signed", link.Shown.CompanyName, $"/internships/{link.Row.Id}/attendance/{month.Text}", cancellationToken);
        return signed;
    }

    private void Changed(OpenedLink link)
    {
        audit.Changes("internship", link.Row.Id);
        audit.Changes("beneficiary", link.Row.BeneficiaryId);
    }

    // Who of the service was there is no matter of the host's.
    private static RegisterSignature? Bare(RegisterSignature? signature) => signature is null ? null : signature with { With = null, Name = null };
}
