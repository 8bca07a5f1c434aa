using FluentValidation;
using InclusionPlatform.Internships.Attendance;
using InclusionPlatform.Internships.Attendance.Rules;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Internships.Tutors;

/// <summary>Reads the month that a link asks the intern to sign. Opening it changes nothing: mail scanners open every link.</summary>
internal sealed record ReadInternRegister(string? Code) : IQuery<TutorRegister>;

/// <summary>The intern signs: with their name, once, the hours of the version that they read.</summary>
internal sealed record SignInternRegister(string? Code, int Version, string? Name) : ICommand<SignedRegister>;

internal static class SignRegisterAsInternEndpoint
{
    private const string StrictRateLimit = "sign-in";

    /// <param name="Code">The secret of the link.</param>
    internal sealed record InternLinkCode(string? Code);

    /// <param name="Code">The secret of the link.</param>
    /// <param name="Name">Name and surname, typed as a signature.</param>
    internal sealed record InternSignature(string? Code, string? Name);

    public static void MapSignRegisterAsIntern(this IEndpointRouteBuilder api)
    {
        var registers = api.MapGroup("/public/intern-registers").WithTags("Internships").AllowAnonymous().RequireRateLimiting(StrictRateLimit);
        registers.MapPost("/sheet", Read).WithName("readInternRegister").WithSummary("Read the register that an intern's link is for");
        registers.MapPost("/signature", Sign).WithName("signInternRegister").WithSummary("Sign a month's register through the intern's link");
    }

    private static async Task<VersionedOk<TutorRegister>> Read(InternLinkCode body, IMediator mediator, CancellationToken ct) => new(await mediator.Send(new ReadInternRegister(body.Code), ct));

    private static async Task<Ok<SignedRegister>> Sign(InternSignature body, IfMatch match, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new SignInternRegister(body.Code, match.Version, body.Name), ct));
}

internal sealed class SignInternRegisterValidator : AbstractValidator<SignInternRegister>
{
    public SignInternRegisterValidator() => RuleFor(signature => signature.Name).NotEmpty().MaximumLength(120);
}

internal sealed class SignRegisterAsInternHandler(TutorLinks links, RegisterReader reader, RegisterBook book, Links.LinkMail mail, INotifications notifications, IAuditTrail audit)
    : IRequestHandler<ReadInternRegister, TutorRegister>, IRequestHandler<SignInternRegister, SignedRegister>
{
    public async Task<TutorRegister> Handle(ReadInternRegister request, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(TutorTask.InternRegister, request.Code, cancellationToken);
        audit.Reads("internship", link.Row.Id, "intern-link");
        audit.Reads("beneficiary", link.Row.BeneficiaryId, "intern-link");
        var sheet = await reader.SheetAsync(RegisterSubject.Of(link.Row), RegisterMonth.Read(link.Subject), cancellationToken);

        // A link may be read by who shares a telephone: why somebody was away stays in the service.
        return new(link.Shown.PersonName, link.Shown.CompanyName, mail.ServiceName, link.ExpiresAt, sheet with
        {
            Days = [.. sheet.Days.Select(HealthIsOfTheService.Shown)], Tutor = Bare(sheet.Tutor), Intern = Bare(sheet.Intern), HasScan = false, Reopenings = [], Previous = null, Next = null,
        });
    }

    public async Task<SignedRegister> Handle(SignInternRegister request, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(TutorTask.InternRegister, request.Code, cancellationToken);
        var month = RegisterMonth.Read(link.Subject);
        var signing = new Attendance.Signing(false, true, SignedHow.Link, null) { Name = request.Name!.Trim() };
        var signed = await book.SignAsync(RegisterSubject.Of(link.Row), month, request.Version, signing, cancellationToken);
        await links.UseAsync(link, request.Code, cancellationToken);
        audit.Changes("internship", link.Row.Id);
        audit.Changes("beneficiary", link.Row.BeneficiaryId);
        await notifications.NotifyAsync([link.Row.PromoterTutorId], "register.signed-by-intern", link.Shown.CompanyName, $"/internships/{link.Row.Id}/attendance/{month.Text}", cancellationToken);
        return signed;
    }

    private static RegisterSignature? Bare(RegisterSignature? signature) => signature is null ? null : signature with { With = null, Name = null };
}
