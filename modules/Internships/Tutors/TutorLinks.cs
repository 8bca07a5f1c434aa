using System.Text.Json;
using FluentValidation;
using InclusionPlatform.Internships.Lifecycle;
using InclusionPlatform.Internships.Links;
using InclusionPlatform.Shared.Identifiers;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Internships.Tutors;

/// <summary>An opened link: whose internship, for what, and what may be shown of it.</summary>
internal sealed record OpenedLink(Guid Id, InternshipRow Row, string Subject, ShownToTutor Shown, DateTimeOffset ExpiresAt);

/// <summary>Sends, opens and takes back the personal links of the host's tutor, whatever they are for.</summary>
internal sealed class TutorLinks(IDbSession db, IFieldCipher cipher, LinkMail mail, ICurrentUser user, TimeProvider clock)
{
    private const string SelectContact = "select tutor as Tutor, email_cipher as EmailCipher from internships_tutor_contact where internship_id = @Id";

    private const string InsertContact = "insert into internships_tutor_contact (internship_id, tutor, email_cipher, at, by_id) values (@Id, @Tutor, @Email, @At, @By)";

    private const string ChangeContact = "update internships_tutor_contact set tutor = @Tutor, email_cipher = @Email, at = @At, by_id = @By where internship_id = @Id";

    private const string DeleteContact = "delete from internships_tutor_contact where internship_id = @Id";

    private const string SelectByTask = """
        select id as Id, internship_id as InternshipId, subject as Subject, tutor as Tutor, code_hash as CodeHash, shown_cipher as ShownCipher, first_sent_at as FirstSentAt,
               last_sent_at as LastSentAt, sent as Sent, expires_at as ExpiresAt, used_at as UsedAt, revoked_at as RevokedAt
        from   internships_tutor_link
        where  internship_id = @Id and task = @Task and subject = @Subject
        """;

    private const string SelectByCode = """
        select id as Id, internship_id as InternshipId, subject as Subject, tutor as Tutor, code_hash as CodeHash, shown_cipher as ShownCipher, first_sent_at as FirstSentAt,
               last_sent_at as LastSentAt, sent as Sent, expires_at as ExpiresAt, used_at as UsedAt, revoked_at as RevokedAt
        from   internships_tutor_link
        where  code_hash = @Digest and task = @Task
        """;

    private const string Insert = """
        insert into internships_tutor_link (id, internship_id, task, subject, tutor, code_hash, shown_cipher, first_sent_at, last_sent_at, sent, expires_at)
        values (@LinkId, @Id, @Task, @Subject, @Tutor, @Digest, @Shown, @Now, @Now, 1, @Until)
        """;

    private const string Again = """
        update internships_tutor_link
        set    tutor = @Tutor, code_hash = @Digest, shown_cipher = @Shown, last_sent_at = @Now, sent = sent + 1, expires_at = @Until, used_at = null, revoked_at = null
        where  internship_id = @Id and task = @Task and subject = @Subject and last_sent_at = @Before
        """;

    private const string Revoke = """
        update internships_tutor_link set code_hash = null, revoked_at = @Now where internship_id = @Id and task = @Task and subject = @Subject and code_hash is not null
        """;

    private const string Use = "update internships_tutor_link set code_hash = null, used_at = @Now where id = @LinkId and code_hash = @Digest";

    /// <summary>The address of the tutor whom the project names today.</summary>
    public async Task<string?> EmailAsync(InternshipRow row, CancellationToken ct) =>
        await db.FindAsync<ContactRow>(SelectContact, new { row.Id }, ct) is { } contact && contact.Tutor == row.HostTutor ? cipher.Unprotect(contact.EmailCipher) : null;

    /// <summary>The tutor with the link of a task.</summary>
    public async Task<TutorReach> ReachAsync(InternshipRow row, TutorTask task, string subject, CancellationToken ct)
    {
        var link = await db.FindAsync<LinkRow>(SelectByTask, new { row.Id, Task = task.Code(), Subject = subject }, ct);
        return new(row.HostTutor, await EmailAsync(row, ct), link is null ? null : new(
            link.FirstSentAt, link.LastSentAt, link.Sent, link.ExpiresAt, link.UsedAt, link.RevokedAt, link.CodeHash is not null && link.ExpiresAt > clock.GetUtcNow() && IsOfWhomItAsks(task, link, row)));
    }

    /// <summary>Keeps the address, so that it need not be written each month.</summary>
    public async Task RememberAsync(InternshipRow row, string email, CancellationToken ct)
    {
        var values = new { row.Id, Tutor = row.HostTutor, Email = cipher.Protect(email), At = clock.GetUtcNow(), By = user.Id };
        if (await db.ExecuteAsync(ChangeContact, values, ct) == 0)
        {
            await db.ExecuteAsync(InsertContact, values, ct, ifTaken: TryAgain);
        }
    }

    /// <summary>Takes the address away: nobody is reminded by itself any more.</summary>
    public Task ForgetAsync(InternshipRow row, CancellationToken ct) => db.ExecuteAsync(DeleteContact, new { row.Id }, ct);

    /// <summary>Makes a new code and mails it: from then on only the last one counts.</summary>
    /// <exception cref="ConflictException"><c>tutor-link.just-sent</c> (409): a few minutes ago.</exception>
    public async Task<SentTutorLink> SendAsync(InternshipRow row, TutorTask task, string subject, string email, ShownToTutor shown, TutorMail words, DateTimeOffset until, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var before = await db.FindAsync<LinkRow>(SelectByTask, new { row.Id, Task = task.Code(), Subject = subject }, ct);
        if (before?.LastSentAt > now - LinkMail.Between)
        {
            throw new ConflictException("tutor-link.just-sent", new(
                "Il link è stato mandato da poco: si può ricordare tra qualche minuto.", "The link was sent a moment ago: remind them in a few minutes."));
        }

        until = LinkLife.ThroughTheDay(until);
        var code = LinkCode.New();
        var moved = await db.ExecuteAsync(before is null ? Insert : Again, new
        {
            LinkId = Guid.CreateVersion7(now),
            row.Id,
            Task = task.Code(),
            Subject = subject,
            Tutor = row.HostTutor,
            Digest = LinkCode.DigestOf(code),
            Shown = cipher.ProtectFor(row.BeneficiaryId, JsonSerializer.Serialize(shown)),
            Now = now,
            Until = until,
            Before = before?.LastSentAt,
        }, ct, ifTaken: TryAgain);
        if (moved == 0)
        {
            throw TryAgain();
        }

        await mail.SendAsync($"tutor-{task.Code()}", email, words.Subject, words.Text, $"{words.Page}/{code}", until, words.About, ct);
        return new(until, (before?.Sent ?? 0) + 1);
    }

    /// <summary>Takes the link back.</summary>
    /// <exception cref="NotFoundException"><c>tutor-link.not-found</c>: there is none that counts.</exception>
    public async Task RevokeAsync(InternshipRow row, TutorTask task, string subject, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Revoke, new { row.Id, Task = task.Code(), Subject = subject, Now = clock.GetUtcNow() }, ct) == 0)
        {
            throw new NotFoundException("tutor-link");
        }
    }

    /// <summary>Opens a link by its code.</summary>
    /// <exception cref="NotFoundException"><c>tutor-link.not-found</c>: made up, used, replaced, revoked, expired, or of a tutor who is not that of the project any more. All look the same.</exception>
    public async Task<OpenedLink> OpenAsync(TutorTask task, string? code, CancellationToken ct)
    {
        var link = await db.FindAsync<LinkRow>(SelectByCode, new { Digest = LinkCode.DigestOf(code), Task = task.Code() }, ct);
        if (link is null || link.ExpiresAt <= clock.GetUtcNow()
            || await db.FindAsync<InternshipRow>(InternshipRow.SelectById, new { Id = link.InternshipId }, ct)
                is not { State: InternshipState.Active or InternshipState.Ended or InternshipState.EndedEarly } row
            || !IsOfWhomItAsks(task, link, row))
        {
            throw new NotFoundException("tutor-link");
        }

        return new(link.Id, row, link.Subject, JsonSerializer.Deserialize<ShownToTutor>(cipher.Unprotect(link.ShownCipher)!)!, link.ExpiresAt);
    }

    /// <summary>The tutor is done: the link counts no more.</summary>
    /// <exception cref="NotFoundException">Somebody was faster with the same link.</exception>
    public async Task UseAsync(OpenedLink link, string? code, CancellationToken ct)
    {
        if (await db.ExecuteAsync(Use, new { LinkId = link.Id, Digest = LinkCode.DigestOf(code), Now = clock.GetUtcNow() }, ct) == 0)
        {
            throw new NotFoundException("tutor-link");
        }
    }

    // A tutor who is not that of the project any more is asked nothing; the intern stays who they are.
    private static bool IsOfWhomItAsks(TutorTask task, LinkRow link, InternshipRow row) => task is TutorTask.InternRegister || link.Tutor == row.HostTutor;

    private static ConflictException TryAgain() => new("internship.try-again", new(
        "Nel frattempo un'altra persona ha modificato questo tirocinio: rileggerlo e riprovare.", "Somebody else changed this internship in the meantime: read it again and retry."));

    private sealed record ContactRow(string Tutor, string EmailCipher);

    private sealed record LinkRow(
        Guid Id, Guid InternshipId, string Subject, string Tutor, string? CodeHash, string ShownCipher, DateTimeOffset FirstSentAt, DateTimeOffset LastSentAt, int Sent, DateTimeOffset ExpiresAt,
        DateTimeOffset? UsedAt, DateTimeOffset? RevokedAt);
}

/// <summary>What the mail says, and which page its link opens.</summary>
/// <param name="Page">Path of the page, to which the code is added.</param>
/// <param name="Subject">Names nobody.</param>
/// <param name="Text">With the holes of <see cref="LinkMail"/>.</param>
/// <param name="About">Fills the last hole.</param>
internal sealed record TutorMail(string Page, Words Subject, Words Text, object? About);

/// <summary>An address that is written is one.</summary>
internal static class TutorEmail
{
    public static void IsAnAddress<T>(this IRuleBuilderInitial<T, string?> email) => email
        .MaximumLength(254)
        .Must(value => string.IsNullOrWhiteSpace(value) || EmailAddress.TryParse(value, out _, out _))
        .WithErrorCode("email.form")
        .WithMessage(_ => new Words("Questo non è un indirizzo e-mail: controllarlo.", "This is not an e-mail address: check it.").ToString());

    /// <summary>The address that is written, or else the one that is known.</summary>
    /// <exception cref="FieldException"><c>tutor-link.no-address</c> (422).</exception>
    public static string Or(string? written, string? known) => !string.IsNullOrWhiteSpace(written) ? written.Trim() : known ?? throw new FieldException("email", "tutor-link.no-address", new(
        "Di questo tutor non c'è ancora un indirizzo e-mail: si scrive quando gli si manda il primo link.", "There is no e-mail address of this tutor yet: it is written when the first link is sent to them."));
}
