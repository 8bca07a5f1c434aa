using FluentValidation;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Http;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InclusionPlatform.Beneficiaries.JobSearch.Mailboxes;

/// <summary>The encrypted part of a mailbox.</summary>
internal sealed record MailboxDetails(string Address, string Provider, string Login, string Password, string? Note);

/// <summary>A mailbox as it is kept.</summary>
internal sealed record KeptMailbox(int Version, MailboxDetails Details);

/// <summary>Why the credentials are opened.</summary>
internal enum MailboxPurpose
{
    ReadAnswers,
    SendApplication,
    UsePortal,
    GiveToPerson,
    MendAccess,
}

/// <summary>Reads the mailbox of a person; whoever asks has been let in.</summary>
internal sealed class MailboxDesk(IDbSession db, SensitiveFields sensitive)
{
    private const string Select = "select version as Version, details_cipher as Details from beneficiaries_job_mailbox where beneficiary_id = @Id";

    public async Task<KeptMailbox?> FindAsync(Guid personId, CancellationToken ct) =>
        await db.FindAsync<Row>(Select, new { Id = personId }, ct) is { } row ? new(row.Version, sensitive.Open<MailboxDetails>(row.Details)!) : null;

    private sealed record Row(int Version, string Details);
}

/// <summary>The mailbox made for the person, without its credentials.</summary>
internal sealed record GetMailbox(Guid PathId) : IQuery<PersonMailbox>;

/// <summary>A mailbox.</summary>
/// <param name="Version">0 while there is none.</param>
/// <param name="Address">Its address.</param>
/// <param name="Provider">Who keeps it.</param>
/// <param name="Uses">When its credentials were opened, the latest first.</param>
internal sealed record PersonMailbox(int Version, string? Address, string? Provider, IReadOnlyList<MailboxUse> Uses);

/// <summary>The credentials were opened.</summary>
/// <param name="ByName">Name of who used it.</param>
internal sealed record MailboxUse(DateTimeOffset At, string? ByName, MailboxPurpose Purpose);

/// <summary>Writes the mailbox; without login, password or note those there stay, so that correcting the address opens nothing.</summary>
internal sealed record SaveMailbox(Guid PathId, int Version, string? Address, string? Provider, string? Login, string? Password, string? Note) : ICommand;

/// <summary>Forgets the mailbox: the person uses it alone, or it was closed.</summary>
internal sealed record RemoveMailbox(Guid PathId, int Version) : ICommand;

/// <summary>Shows the credentials in clear, and writes down who did and why. A query and not a command: answers of commands are kept for replays, and these must not be kept anywhere.</summary>
internal sealed record DiscloseMailbox(Guid PathId, MailboxPurpose? Purpose) : IQuery<MailboxCredentials>;

/// <summary>The credentials.</summary>
/// <param name="Address">Address of the mailbox.</param>
/// <param name="Login">Name with which one signs in to it.</param>
/// <param name="Password">Password of the mailbox.</param>
internal sealed record MailboxCredentials(string Address, string Login, string Password, string? Note);

internal static class MailboxEndpoints
{
    /// <summary>What is written.</summary>
    /// <param name="Address">Address of the mailbox.</param>
    /// <param name="Login">Name with which one signs in to it.</param>
    /// <param name="Password">Password of the mailbox; kept encrypted.</param>
    internal sealed record MailboxBody(string? Address, string? Provider, string? Login, string? Password, string? Note);

    /// <summary>Why.</summary>
    internal sealed record MailboxDisclosureBody(MailboxPurpose? Purpose);

    public static void MapMailbox(this IEndpointRouteBuilder paths)
    {
        paths.MapGet("/{id:guid}/mailbox", Get).WithName("getJobMailbox").WithSummary("Read the address of the mailbox made for the person and who opened its credentials").RequireRight(BeneficiariesModule.Read);
        paths.MapPut("/{id:guid}/mailbox", Save).WithName("saveJobMailbox").WithSummary("Write the mailbox made for the person").RequireRight(BeneficiariesModule.Write);
        paths.MapDelete("/{id:guid}/mailbox", Remove).WithName("removeJobMailbox").WithSummary("Forget the mailbox made for the person").RequireRight(BeneficiariesModule.Write);
        paths.MapPost("/{id:guid}/mailbox/disclosures", Disclose).WithName("discloseJobMailbox").WithSummary("Show the credentials in clear; it is logged with its purpose").RequireRight(BeneficiariesModule.Write);
    }

    private static Task<PersonMailbox> Get(Guid id, IMediator mediator, CancellationToken ct) => mediator.Send(new GetMailbox(id), ct);

    private static async Task<NoContent> Save(Guid id, IfMatch match, MailboxBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new SaveMailbox(id, match.Version, body.Address, body.Provider, body.Login, body.Password, body.Note), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Remove(Guid id, IfMatch match, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveMailbox(id, match.Version), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<MailboxCredentials>> Disclose(Guid id, MailboxDisclosureBody body, HttpContext http, IMediator mediator, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await mediator.Send(new DiscloseMailbox(id, body.Purpose), ct));
    }
}

internal sealed class SaveMailboxValidator : AbstractValidator<SaveMailbox>
{
    public SaveMailboxValidator()
    {
        RuleFor(mailbox => mailbox.Address).NotEmpty().MaximumLength(254);
        RuleFor(mailbox => mailbox.Address).Must(address => string.IsNullOrEmpty(address) || Shared.Mail.Mailbox.IsAddress(address.Trim())).WithErrorCode("email.form")
            .WithMessage(_ => new Words("Questo indirizzo e-mail non è scritto bene.", "This e-mail address is not well written.").ToString());
        RuleFor(mailbox => mailbox.Provider).NotEmpty().MaximumLength(120);
        RuleFor(mailbox => mailbox.Login).MaximumLength(254);
        RuleFor(mailbox => mailbox.Login).NotEmpty().When(mailbox => mailbox.Version == 0);
        RuleFor(mailbox => mailbox.Password).NotEmpty().When(mailbox => mailbox.Version == 0);
        RuleFor(mailbox => mailbox.Password).MaximumLength(200);
        RuleFor(mailbox => mailbox.Note).MaximumLength(1000);
    }
}

internal sealed class DiscloseMailboxValidator : AbstractValidator<DiscloseMailbox>
{
    public DiscloseMailboxValidator() => RuleFor(disclosure => disclosure.Purpose).NotNull().IsInEnum();
}

internal sealed class MailboxHandler(IDbSession db, JobSearchDesk desk, MailboxDesk mailboxes, SensitiveFields sensitive, IColleagues colleagues, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<GetMailbox, PersonMailbox>, IRequestHandler<SaveMailbox, Unit>, IRequestHandler<RemoveMailbox, Unit>, IRequestHandler<DiscloseMailbox, MailboxCredentials>
{
    private const int MostUses = 20;

    private const string SelectUses = """
        select purpose as Purpose, used_at as UsedAt, used_by as UsedBy
        from   beneficiaries_job_mailbox_use
        where  beneficiary_id = @Id
        order by used_at desc, id desc
        """;

    private const string Insert = """
        insert into beneficiaries_job_mailbox (beneficiary_id, version, details_cipher, changed_at, changed_by)
        values (@Id, 1, @Details, @Now, @Me)
        """;

    private const string Update = """
        update beneficiaries_job_mailbox
        set    details_cipher = @Details, changed_at = @Now, changed_by = @Me, version = version + 1
        where  beneficiary_id = @Id and version = @Version
        """;

    private const string Delete = "delete from beneficiaries_job_mailbox where beneficiary_id = @Id and version = @Version";

    private const string InsertUse = """
        insert into beneficiaries_job_mailbox_use (id, beneficiary_id, purpose, used_at, used_by)
        values (@UseId, @Id, @Purpose, @Now, @Me)
        """;

    public async Task<PersonMailbox> Handle(GetMailbox request, CancellationToken cancellationToken)
    {
        var (seen, _) = await desk.ReadPersonAsync(request.PathId, "read-mailbox", cancellationToken);
        var mailbox = await mailboxes.FindAsync(seen.BeneficiaryId, cancellationToken);
        var uses = await db.TopAsync<UseRow>(SelectUses, new { Id = seen.BeneficiaryId }, MostUses, cancellationToken);
        var names = await colleagues.NamesAsync(cancellationToken);
        return new(mailbox?.Version ?? 0, mailbox?.Details.Address, mailbox?.Details.Provider, [.. uses.Select(use => new MailboxUse(use.UsedAt, names.GetValueOrDefault(use.UsedBy), use.Purpose))]);
    }

    public async Task<Unit> Handle(SaveMailbox request, CancellationToken cancellationToken)
    {
        var (seen, _) = await desk.ChangeAsync(request.PathId, cancellationToken);
        var kept = await mailboxes.FindAsync(seen.BeneficiaryId, cancellationToken);
        var details = new MailboxDetails(
            request.Address!.Trim(), request.Provider!.Trim(), JobSearchDesk.Blank(request.Login) ?? kept?.Details.Login ?? throw new StaleVersionException(),
            string.IsNullOrEmpty(request.Password) ? kept?.Details.Password ?? throw new StaleVersionException() : request.Password,
            request.Note is null ? kept?.Details.Note : JobSearchDesk.Blank(request.Note));
        var args = new { Id = seen.BeneficiaryId, request.Version, Details = sensitive.Seal(seen.BeneficiaryId, details), Now = clock.GetUtcNow(), Me = user.Id };
        if (await db.ExecuteAsync(request.Version == 0 ? Insert : Update, args, cancellationToken, Taken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }

    public async Task<Unit> Handle(RemoveMailbox request, CancellationToken cancellationToken)
    {
        var (seen, _) = await desk.ChangeAsync(request.PathId, cancellationToken);
        if (await db.ExecuteAsync(Delete, new { Id = seen.BeneficiaryId, request.Version }, cancellationToken) == 0)
        {
            throw new StaleVersionException();
        }

        return Unit.Value;
    }

    public async Task<MailboxCredentials> Handle(DiscloseMailbox request, CancellationToken cancellationToken)
    {
        var purpose = request.Purpose!.Value.Code();
        var (seen, _) = await desk.ReadPersonAsync(request.PathId, $"disclose-mailbox:{purpose}", cancellationToken);
        var details = (await mailboxes.FindAsync(seen.BeneficiaryId, cancellationToken) ?? throw new NotFoundException("job-mailbox")).Details;

        // Written before anything is shown: no use without its line.
        var now = clock.GetUtcNow();
        await db.ExecuteAsync(InsertUse, new { UseId = Guid.CreateVersion7(now), Id = seen.BeneficiaryId, Purpose = purpose, Now = now, Me = user.Id }, cancellationToken);
        return new(details.Address, details.Login, details.Password, details.Note);
    }

    private static ConflictException Taken() => new("job-mailbox.written-meanwhile", new(
        "Un collega ha appena scritto la casella di questa persona: rileggere e riprovare.", "A colleague has just written this person's mailbox: read it again and retry."));

    private sealed record UseRow(MailboxPurpose Purpose, DateTimeOffset UsedAt, Guid UsedBy);
}
